"""Airflow from outside: which one is in use, its REST API, and backfills. Imports nothing of Airflow."""
