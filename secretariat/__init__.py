"""What the secretariat does, one file a task, and the ``cfit`` command."""
