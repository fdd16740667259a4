"""A small document of every kind of the library: reading them loads all that their readers load late."""


def sample_documents() -> tuple[bytes, ...]:
    """Return one document of each kind."""
    return (_MARKDOWN,)


_MARKDOWN = b"""---
title: Sample
---
# Laptops &amp; others

1. One *thing*, `code`, [a link](https://example.org) and <b>HTML</b>
   - another

| No. | Criterion |
|-----|-----------|
| A1  | Battery   |

```
text
```

> quoted
"""
