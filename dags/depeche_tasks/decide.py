"""The question to a person, and the answer kept."""

from airflow.providers.standard.operators.hitl import HITLBranchOperator


class Decide(HITLBranchOperator):
    """Waits for a person's decision: release, replay or drop. No worker waits with it.

    **If this fails:** nobody answered for a week. The batch is held as before: trigger the DAG again with its `batch`, or wait for a night to ask again.
    """

    def execute_complete(self, context, event):
        """Keep who answered what, and go on with the task of that name."""
        if "error" not in event:
            user = event["responded_by_user"] or {}
            said = {"by": user.get("name") or user.get("id") or "", "at": event["responded_at"].isoformat()}
            context["ti"].xcom_push("answer", said | (event["params_input"] or {}))
        return super().execute_complete(context, event)
