"""Lắng Nghe: hear every resident, answer every matter, keep every promise, tell people back."""

__version__ = "0.1.0"
