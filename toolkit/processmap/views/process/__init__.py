"""What a process page is put together from, one idea a module."""
