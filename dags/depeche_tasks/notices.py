"""Messages to the operator: one a run that failed, one a run that is late. `depeche.notify` says and sends them.

A way exists where its Airflow connection does: `depeche_mail`, `depeche_webhook` (`docs/operations.md`).
"""

import logging
from datetime import timedelta
from urllib.parse import quote

from airflow.sdk import BaseNotifier, Connection, DeadlineAlert, DeadlineReference, SyncCallback
from airflow.sdk.configuration import conf
from airflow.sdk.exceptions import AirflowNotFoundException, AirflowSecretsBackendAccessDenied

from depeche import settings

log = logging.getLogger(__name__)
# The tasks that account for a run, by the DAG they are the last word of.
ACCOUNTS = ["tally", "check", "nights"]


class Notice(BaseNotifier):
    """Tells that a run failed, with what its account says is missing."""

    def notify(self, context):
        from depeche import notify

        dag, ti = context["dag"], context.get("ti")
        names = [name for name in ACCOUNTS if dag.has_task(name)]
        accounts = ti.xcom_pull(task_ids=names, key="account") if ti else []
        key = getattr(context.get("dag_run"), "partition_key", None)
        account = next(filter(None, accounts or []), None)
        where = link(dag.dag_id, context["run_id"])
        tell(notify.failed(dag.dag_id, context["run_id"], key, f"{context.get('reason')}", account, where))


def deadline():
    """The alarm for a run that has not ended `DEPECHE_LATE_HOURS` after it was queued."""
    hours = settings.load().late_hours
    called = SyncCallback(late, kwargs={"hours": hours})
    return DeadlineAlert(DeadlineReference.DAGRUN_QUEUED_AT, timedelta(hours=hours), called, name="late")


def late(context, hours):
    """Tells that a run should have ended; a deadline's callback, so `context` is plain values."""
    from depeche import notify

    run = context["dag_run"]
    where = link(run["dag_id"], run["dag_run_id"])
    tell(notify.late(run["dag_id"], run["dag_run_id"], run.get("partition_key"), hours, where))


def link(dag_id, run_id):
    """The run in Airflow's pages."""
    return f"{conf.get('api', 'base_url').rstrip('/')}/dags/{quote(dag_id)}/runs/{quote(run_id, safe='')}"


def tell(message):
    """Send the message every way there is. A way that fails is logged, and keeps no other from it."""
    from depeche import notify

    ways = {
        "depeche_mail": lambda c: notify.mail(c.host, c.port, c.login, c.password, c.extra_dejson),
        "depeche_webhook": lambda c: notify.webhook(c.conn_type, c.host, c.port, c.schema, c.password),
    }
    for conn_id, channel in ways.items():
        try:
            notify.send(message, channel(Connection.get(conn_id)))
        except (AirflowNotFoundException, AirflowSecretsBackendAccessDenied):
            # Nobody asked for it; or it is in Airflow's database, which deadlines may not read (3.3.2).
            continue
        except (settings.SettingsError, notify.NotSent) as error:
            log.error("the operator was not told: %s", error)
