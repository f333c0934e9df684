"""docker-compose.yml, read as Compose reads it: whole, without default passwords, on loopback."""

import re
import subprocess
import sys
from pathlib import Path

import yaml
from cryptography.fernet import Fernet

import airflow_process

PROJECT = airflow_process.PROJECT
TEXT = (PROJECT / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
AIRFLOW = {name: service for name, service in SERVICES.items() if name not in ("postgres", "redis")}
# ${NAME}, ${NAME:-default} or ${NAME:?message}; $$ is a dollar sign
VARIABLE = re.compile(r"(?<!\$)\$\{(\w+)(?::([-?])([^}]*))?\}")
SECRET = re.compile("PASSWORD|SECRET|FERNET|TOKEN|KEY")
# What the Celery provider adds to Airflow's command line; it is in the image, not in requirements.txt.
CELERY = {"celery worker", "celery flower"}


def example() -> dict[str, str]:
    lines = (PROJECT / ".env.example").read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


def variables() -> set[tuple[str, str, str]]:
    uncommented = "\n".join(line for line in TEXT.splitlines() if not line.lstrip().startswith("#"))
    return {(name, how, what) for name, how, what in VARIABLE.findall(uncommented)}


def test_it_is_clean_yaml():
    rules = "{extends: default, rules: {line-length: {max: 120}}}"
    command = [sys.executable, "-m", "yamllint", "--strict", "-d", rules, PROJECT / "docker-compose.yml"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_the_cluster_is_whole():
    components = {"apiserver", "scheduler", "dag-processor", "triggerer", "worker", "init"}
    assert {f"airflow-{name}" for name in components} | {"postgres", "redis"} <= set(SERVICES)
    for name in SERVICES:
        for before, how in SERVICES[name].get("depends_on", {}).items():
            assert before in SERVICES
            assert how["condition"] in ("service_healthy", "service_completed_successfully")


def test_every_service_has_a_health_check_or_runs_once():
    for name, service in SERVICES.items():
        assert "healthcheck" in service or service["restart"] == "no", name
        assert "test" in service.get("healthcheck", {"test": ""}), name


def test_no_password_has_a_default():
    for name, how, _ in variables():
        if SECRET.search(name):
            assert how == "?", f"{name} may be missing"
            assert example()[name] == "", f".env.example gives {name} away"


def test_no_secret_is_written_out():
    for name, service in SERVICES.items():
        for variable, value in service.get("environment", {}).items():
            if SECRET.search(variable) and not variable.endswith("_CREATE"):
                assert VARIABLE.search(value), f"{name}: {variable}={value}"


def test_every_variable_is_in_the_example_and_none_besides():
    assert {name for name, _, _ in variables()} == set(example())


def test_defaults_agree_with_the_example():
    for name, how, value in variables():
        if how == "-":
            assert example()[name] == value, name


def test_ports_are_on_loopback_only():
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert set(ports) == {"airflow-apiserver", "flower"}
    for published in ports.values():
        assert all(port.startswith("127.0.0.1:") for port in published)


def test_mounted_files_exist_and_volumes_are_declared():
    for name, service in SERVICES.items():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("."):
                assert (PROJECT / source).exists(), f"{name}: {source}"
                assert volume.endswith(":ro"), f"{name}: {source} can be written"
            else:
                assert source in COMPOSE["volumes"], f"{name}: {source}"


def test_airflow_has_the_projects_folders_and_is_not_root():
    for name, service in AIRFLOW.items():
        mounted = {volume.split(":")[1] for volume in service["volumes"]}
        folders = {f"/opt/airflow/{folder}" for folder in ("dags", "plugins", "logs")}
        assert folders | {f"/opt/depeche/{folder}" for folder in ("include", "seeds", "data")} <= mounted, (
            name
        )
        assert service["user"] == "${AIRFLOW_UID:-50000}:0"


def test_the_pools_are_made_before_anything_runs():
    command, file = SERVICES["airflow-init"]["command"].rsplit(" ", 1)
    assert command == "pools import"
    mounts = {mount.split(":")[1]: mount.split(":")[0] for mount in SERVICES["airflow-init"]["volumes"]}
    assert (PROJECT / mounts["/opt/airflow/dags"] / file.removeprefix("/opt/airflow/dags/")).is_file()


def test_commands_are_airflows_own(tmp_path):
    commands = {service["command"] for service in AIRFLOW.values()} - CELERY
    assert len(commands) >= 6
    parse = (
        "import sys; from airflow.cli.cli_parser import get_parser; parser = get_parser()\n"
        "for command in sys.argv[1:]: parser.parse_args(command.split())"
    )
    env = airflow_process.clean_environment(AIRFLOW_HOME=str(tmp_path))
    done = subprocess.run([sys.executable, "-c", parse, *commands], capture_output=True, text=True, env=env)
    assert done.returncode == 0, done.stderr


def test_settings_of_the_project_are_settings_of_the_project():
    from depeche import settings

    environment = AIRFLOW["airflow-worker"]["environment"]
    ours = {name: value for name, value in environment.items() if name.startswith("DEPECHE_")}
    loaded = settings.load(ours)
    assert loaded.catalog == "postgres:dbname=depeche host=postgres user=depeche"
    assert str(loaded.home) == "/opt/depeche/data"


def test_the_image_is_the_airflow_that_is_pinned():
    [image] = re.findall(
        r"^FROM apache/airflow:(\S+)-python3\.\d+$", (PROJECT / "Dockerfile").read_text(), re.M
    )
    pinned = (PROJECT / "requirements.txt").read_text()
    assert f"apache-airflow=={image}\n" in pinned
    assert COMPOSE["x-airflow-common"]["image"] == f"depeche-airflow:{image}"


def test_the_image_gets_only_what_is_there_and_ends_as_an_ordinary_user():
    lines = (PROJECT / "Dockerfile").read_text().splitlines()
    copied = [line.split()[-2] for line in lines if line.startswith("COPY")]
    assert {"include", "dags", "plugins", "seeds", "requirements.txt", "pyproject.toml"} == set(copied)
    assert all((PROJECT / path).exists() for path in copied)
    kept = {line[1:] for line in (PROJECT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    assert kept == set(copied)
    assert [line for line in lines if line.startswith("USER")][-1] == "USER airflow"


def test_env_is_written_once_with_fresh_secrets_for_its_owner_only(tmp_path: Path):
    script = [sys.executable, PROJECT / "bin" / "compose_env.py"]
    first, second = tmp_path / "first.env", tmp_path / "second.env"
    for file in (first, second):
        subprocess.run([*script, file], check=True, capture_output=True)
        assert file.stat().st_mode & 0o777 == 0o600
    values = [dict(line.split("=", 1) for line in file.read_text().splitlines() if "=" in line and line[0] != "#")
              for file in (first, second)]  # fmt: skip
    assert all(values[0].values())
    secrets = [name for name in example() if not example()[name]]
    assert len(secrets) >= 7
    assert all(values[0][name] != values[1][name] for name in secrets)
    Fernet(values[0]["AIRFLOW_FERNET_KEY"])
    before = first.read_text()
    again = subprocess.run([*script, first], capture_output=True, text=True)
    assert again.returncode == 1
    assert first.read_text() == before
