from __future__ import annotations

from app.services.page_question import PageQuestion


def test_who_asks_hears_of_the_answer_and_of_nothing_else() -> None:
    told: list[str] = []
    question = PageQuestion(lambda: told.append("sent"))
    question.answer()
    question.ask(lambda: told.append("one"))
    question.ask(lambda: told.append("two"))
    assert told == ["sent", "sent"]
    question.answer()
    question.answer()
    assert told == ["sent", "sent", "one", "two"]
