"""Eyes: words read from decoded pixels, by engines that live in a process of their own."""
