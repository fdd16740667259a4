"""The ``cfit`` commands by subject: arguments and printing only; the work is done elsewhere."""
