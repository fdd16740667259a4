"""The library of criteria documents as it is stored."""
