"""Messages to the operator: what they say, and the ways they go. Nothing here knows of Airflow."""

from depeche.notify.channels import Channel, Mail, NotSent, Webhook, mail, send, webhook
from depeche.notify.message import Message, failed, late

__all__ = ["Channel", "Mail", "Message", "NotSent", "Webhook", "failed", "late", "mail", "send", "webhook"]
