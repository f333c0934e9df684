# Airflow's own image with what Dépêche needs and Dépêche itself. docker-compose.yml builds it.
FROM apache/airflow:3.3.2-python3.12

# Folders for Airflow's user; volumes that are mounted here take over owner and mode.
USER root
RUN install -d -o airflow -g root -m 0775 /opt/depeche /opt/depeche/data

USER airflow
COPY --chown=airflow:root requirements.txt /opt/depeche/
RUN pip install --no-cache-dir --requirement /opt/depeche/requirements.txt

# Editable, so that the mounted include/ is what runs, and seeds/ and data/ are found beside it.
COPY --chown=airflow:root pyproject.toml /opt/depeche/
COPY --chown=airflow:root include /opt/depeche/include
RUN pip install --no-cache-dir --no-deps --editable /opt/depeche

COPY --chown=airflow:root seeds /opt/depeche/seeds
COPY --chown=airflow:root dags /opt/airflow/dags
COPY --chown=airflow:root plugins /opt/airflow/plugins
