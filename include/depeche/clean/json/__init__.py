"""What the readers of JSON share: items, values, and what no table knows."""
