"""What the readers of XML share: safe parsing, paths, and files of several items."""
