"""The guide: a deterministic agent that explains the program and says plainly that it is not an AI model."""

from app.chat_host.agents.guide.guide import Guide

__all__ = ["Guide"]
