"""What every task has: an owner, a time limit, and retries by the kind of exception. And every DAG."""

from datetime import timedelta

from airflow.sdk import ExceptionRetryPolicy, RetryAction, RetryRule

from depeche.records import Reject
from depeche.settings import SettingsError
from depeche_tasks.notices import Notice

# What trying again cannot cure: settings and input that are wrong, and defects of the code.
WRONG = [
    SettingsError,
    Reject,
    AssertionError,
    ArithmeticError,
    AttributeError,
    ImportError,
    LookupError,
    NameError,
    TypeError,
    ValueError,
]
# Disk, network and locks (filelock's Timeout is an OSError); these heal.
PASSING = [OSError, EOFError]

# Anything else, such as an error of the lake's catalog, takes the task's own retries.
POLICY = ExceptionRetryPolicy(
    [
        RetryRule(PASSING, RetryAction.RETRY, timedelta(minutes=1), "I/O: tried again in a minute"),
        RetryRule(WRONG, RetryAction.FAIL, reason="wrong input or settings: the same again would fail"),
    ]
)

DEFAULTS = {
    "owner": "archive",
    "retries": 3,
    "retry_delay": timedelta(minutes=2),
    "retry_policy": POLICY,
    "execution_timeout": timedelta(minutes=15),
}


def every_dag() -> dict:
    """What every DAG is given: no run for days past, the tasks' defaults, a notice where it fails."""
    return {"catchup": False, "default_args": DEFAULTS, "on_failure_callback": Notice()}


def pool_of(feed) -> str:
    """The pool of the tasks that fetch the feed: one for each class of host (`dags/pools.json`)."""
    return f"fetch_{feed.host_class}"
