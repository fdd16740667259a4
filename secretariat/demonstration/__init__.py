"""The made-up papers and mails that `cfit demo` sends."""
