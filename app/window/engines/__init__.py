"""One adapter for each web engine pywebview can show."""
