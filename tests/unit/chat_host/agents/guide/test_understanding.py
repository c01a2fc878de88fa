"""What the guide understands: every topic in several words, and what only looks like one."""

from __future__ import annotations

import sys
from types import FrameType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.chat_host.agents.guide.themes import named_theme
from app.chat_host.agents.guide.topics import TOPICS
from app.chat_host.agents.guide.understanding import (
    COMMON,
    READ_CHARACTERS,
    Topic,
    match_topics,
    singular,
    topic,
    words_in,
)

PHRASES: dict[str, tuple[str, ...]] = {
    "about": (
        "what is this?",
        "What is this program?",
        "what's this",
        "who are you",
        "what are you",
        "Can you explain this app to me?",
        "tell me about agentnook",
        "what is agentnook",
        "what does this program do",
        "hello, what is this?",
    ),
    "hello": (
        "hello",
        "Hi there",
        "good morning",
        "hey you",
    ),
    "how_are_you": (
        "how are you?",
        "How's it going",
        "how are you doing",
    ),
    "thanks": (
        "thanks",
        "thank you very much",
        "great, thanks",
        "bye",
    ),
    "abilities": (
        "what can you do?",
        "help",
        "help me",
        "what can I try",
        "what can i do here",
        "show me the list",
        "what else can you do?",
        "what do you know",
        "give me some examples",
        "menu",
        "what are you able to do",
    ),
    "model": (
        "are you an AI?",
        "Is this ChatGPT",
        "which model are you",
        "are you human",
        "am I talking to a bot?",
        "are you a real person",
        "chatgpt?",
        "what model do you use",
        "are you really an AI model?",
        "who is the AI behind this",
    ),
    "private": (
        "is this private?",
        "Is my data safe here?",
        "who can read my messages?",
        "do you send anything to the internet",
        "does my conversation leave this computer",
        "can openai see what I write?",
        "privacy",
        "is it secure",
        "do you track me",
        "where does my data go",
        "are my conversations encrypted",
        "is anybody watching",
        "what leaves my computer",
        "who sees what I write here",
    ),
    "data": (
        "where is my data kept?",
        "where are my conversations stored",
        "Where do you store the history?",
        "where is the data",
        "how do i back up my conversations",
        "where is my chat history saved",
        "backup",
        "where are my settings stored",
        "where do you keep my data",
    ),
    "export": (
        "how do I save my conversations from openai",
        "save conversations from OpenAI",
        "export my hosted chats",
        "can I keep the history of my workflow",
        "download conversations from openai",
    ),
    "delete": (
        "delete my conversations",
        "How do I delete a conversation?",
        "remove this chat",
        "clear the history",
        "delete everything",
        "can I get a deleted conversation back",
        "please erase all my data",
        "delete",
        "I want to delete all my chats",
    ),
    "rename": (
        "rename this conversation",
        "how can I change the name of a chat",
        "rename",
    ),
    "find": (
        "find an old conversation",
        "where are my conversations",
        "where is my old chat",
        "show my history",
        "search conversations",
        "history",
        "how do I open yesterday's conversation",
        "can I search my chats",
    ),
    "new": (
        "new conversation",
        "how do I start a new chat",
        "start over",
    ),
    "stop": (
        "how do I stop an answer",
        "stop",
        "cancel the answer please",
        "how can I interrupt you",
    ),
    "connect": (
        "how do I connect my agent?",
        "can I use another model",
        "which connections are there",
        "connect",
        "can i use a real AI",
        "add a provider",
        "I want to talk to a real AI",
    ),
    "connect_openai": (
        "how do I connect OpenAI",
        "connect to ChatGPT",
        "can I use my OpenAI workflow here",
        "I want to use GPT-4",
        "agent builder",
        "connect you to chatgpt",
        "how can I add my OpenAI account",
    ),
    "connect_organisation": (
        "how do I connect to my organisation",
        "connect my company's agent",
        "can I talk to the agent of my employer?",
    ),
    "connect_server": (
        "How do I connect my own ChatKit server?",
        "connect to a server",
        "can I add my own server url",
        "use my chatkit server",
        "can it talk to my self-hosted chatkit",
    ),
    "connect_local": (
        "how do I use a local model?",
        "can I connect Ollama",
        "run a local LLM",
        "LM Studio",
        "connect llama.cpp",
        "how do i connect a local model",
        "can i use my own model",
        "do you support ollama",
    ),
    "keys": (
        "where do I enter my API key",
        "is my api key safe",
        "do I need an API key?",
        "where are my keys stored",
        "api key",
        "where do I put my OpenAI key",
        "add my openai api key",
        "password",
        "do you need my password",
    ),
    "themes": (
        "use dark mode",
        "Use DARK mode, please!",
        "dark",
        "switch to the light theme",
        "could you make it light?",
        "change back to light mode",
        "turn the colour to dark",
        "use the system theme",
        "System",
        "change the theme",
        "can I change the colours",
        "it is too bright",
        "is there a dark mode?",
        "night mode",
        "themes",
        "light or dark?",
        "follow the system theme",
        "don't use dark mode",
        "which themes do you have",
    ),
    "files": (
        "open a file",
        "Open a file.",
        "please pick some files",
        "choose documents",
        "let me attach an image",
        "can you read a PDF?",
        "can I upload a document",
        "do not open a file",
        "can I show you a picture",
    ),
    "zoom": (
        "make the text bigger",
        "the font is too small",
        "zoom",
        "increase the font size",
        "can I make everything larger",
    ),
    "settings": (
        "settings",
        "open the settings",
        "where are the settings?",
        "how do I change a setting",
        "preferences",
        "Where can I find the settings?",
    ),
    "shortcuts": (
        "keyboard shortcuts",
        "Which keyboard shortcuts are there?",
        "shortcuts",
        "show me the keys",
        "can i use the keyboard",
        "hotkeys",
        "what are the shortcuts",
    ),
    "diagnostics": (
        "diagnostics",
        "something is broken",
        "it doesn't work",
        "I have a problem",
        "I want to report a bug",
        "open diagnostics",
        "why is it so slow",
        "the window is blank",
        "this is not working",
        "where is the log",
        "I see an error",
        "the program crashed",
    ),
    "offline": (
        "does this work offline?",
        "what happens offline",
        "do I need the internet",
        "what if I have no network",
        "can I use it on a plane",
        "does it work without internet",
        "is the internet required",
    ),
    "updates": (
        "how do I update",
        "is there a new version",
        "updates",
        "check for updates",
        "does it update automatically?",
        "when is the next update",
    ),
    "version": (
        "which version is this",
        "version",
        "what licence does it have",
    ),
    "costs": (
        "what does it cost?",
        "is this free",
        "do I have to pay",
        "how much is it",
        "is it open source",
        "price",
        "is Agentnook free?",
        "how much does it cost",
    ),
    "languages": (
        "which languages do you speak",
        "do you speak German?",
        "can you answer in French",
        "sprichst du deutsch",
        "change the language",
    ),
    "voice": (
        "can I talk to you by voice",
        "dictation",
        "can I use my microphone",
    ),
    "form": (
        "show me a form",
        "form",
        "can I fill in a form",
        "let me fill in a form",
    ),
    "code": (
        "show me code",
        "Show me code and a table",
        "show some python",
        "write a table",
    ),
    "card": (
        "show me a card",
        "show me buttons",
        "card",
        "can you show buttons",
    ),
    "question": (
        "ask me something",
        "ask me a question",
        "do you have a question for me",
        "quiz me",
    ),
    "work": (
        "how do you work?",
        "how does this work",
        "how does it work",
        "show me your steps",
        "how do you understand me",
        "show me a workflow",
        "why did you say that",
        "how does the guide work",
    ),
}
NEAR_MISSES = (
    "zzz",
    "7 * 6",
    "the darkness of the system",
    "profile",
    "what is 2 + 2?",
    "what is the weather in Lisbon",
    "write me a poem about the sea",
    "write a long story about a man who opens a strange file in a cellar",
    "who won the world cup",
    "translate bonjour to english",
    "the opening of the museum",
    "keyed up",
    "tell me a joke",
    "what time is it",
    "newspaper",
    "cardigan",
    "formal dress",
    "I live in a dark house near the lake",
    "light bulbs are expensive to buy",
    "she said the server brought the soup late",
    "filed under miscellaneous",
    "my sister works in an office",
    "how old is the universe",
    "carding machine wool",
    "what should I cook tonight",
    "recommend a good book",
    "who is the president of France",
    "what do you think about politics",
    "I like turtles",
    "play some music",
    "book a flight to Paris",
    "what is machine learning",
    "sing a song",
    "",
    "\N{SNOWMAN}",
    "\N{ZERO WIDTH SPACE}",
    "x" * 5000,
)


def understood(said: str) -> str:
    matches = match_topics(words_in(said), TOPICS)
    return matches[0].topic if matches else ""


@pytest.mark.parametrize(("name", "said"), [(name, said) for name, phrases in PHRASES.items() for said in phrases])
def test_a_topic_is_understood(name: str, said: str) -> None:
    assert understood(said) == name


@pytest.mark.parametrize("said", NEAR_MISSES)
def test_what_only_looks_like_a_topic_is_none(said: str) -> None:
    assert understood(said) == ""


def test_every_topic_is_tried_in_several_words() -> None:
    assert [each.name for each in TOPICS if len(PHRASES[each.name]) < 3] == []
    assert {each.name for each in TOPICS} == PHRASES.keys()
    assert len({each.name for each in TOPICS}) == len(TOPICS)


@pytest.mark.parametrize("each", TOPICS, ids=lambda each: each.name)
def test_a_clue_is_made_of_words_that_a_message_can_have(each: Topic) -> None:
    words = {word for clue in each.clues for group in clue for word in group}
    assert {word for word in words if words_in(word) != (word,)} == set()
    assert all(group for clue in each.clues for group in clue)


@pytest.mark.parametrize("each", TOPICS, ids=lambda each: each.name)
def test_no_single_common_word_is_enough(each: Topic) -> None:
    assert [word for word in COMMON if match_topics([word], [each])] == []


FRUIT = topic("fruit", "apple pear", "yellow round + thing")
TREES = topic("trees", "pear apple + tree", "apple pear")


def score(said: str) -> list[tuple[str, float]]:
    return [(match.topic, match.score) for match in match_topics(words_in(said), (FRUIT, TREES))]


def test_the_best_clue_of_the_best_topic_wins() -> None:
    assert score("Apples") == [("fruit", 2.0), ("trees", 2.0)]
    assert score("a pear tree") == [("trees", 4.0)]


def test_what_is_unexplained_costs_and_common_words_do_not() -> None:
    assert score("please do tell me of the pear tree") == [("trees", 4.0)]
    assert score("a big pear tree in the garden") == [("trees", 3.0)]
    assert score("a big pear") == []
    assert score("one old man with two grey dogs under his pear tree") == []


def test_a_match_tells_the_words_it_saw() -> None:
    assert match_topics(words_in("which trees have pears"), [TREES])[0].seen == ("trees", "pears")


def test_a_common_word_weighs_less() -> None:
    assert score("round thing") == [("fruit", 3.0)]


@pytest.mark.parametrize(
    ("word", "one"),
    [("files", "file"), ("class", "class"), ("its", "its"), ("company's", "company"), ("file", "file"), ("s", "s")],
)
def test_plurals_are_the_same_word(word: str, one: str) -> None:
    assert singular(word) == one


def test_words_are_read_in_small_letters_and_with_any_apostrophe() -> None:
    assert words_in("What\N{RIGHT SINGLE QUOTATION MARK}s THIS, please?") == ("what's", "this", "please")


@pytest.mark.parametrize(
    ("said", "theme"),
    [
        ("use dark mode", "dark"),
        ("Use DARK mode, please!", "dark"),
        ("dark", "dark"),
        ("switch to the light theme", "light"),
        ("make it bright", "light"),
        ("night mode", "dark"),
        ("change back to light mode", "light"),
        ("switch from dark to light", "light"),
        ("from the light to the dark theme", "dark"),
        ("switch back to dark", "dark"),
        ("System", "system"),
        ("follow the system theme", "system"),
        ("automatic theme", "system"),
        ("light or dark?", ""),
        ("change the theme", ""),
        ("it is too dark", ""),
        ("don't use dark mode", ""),
        ("", ""),
    ],
)
def test_a_theme_is_named_or_left_to_the_person(said: str, theme: str) -> None:
    assert named_theme(words_in(said)) == theme


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(max_size=300))
def test_anything_can_be_read(said: str) -> None:
    matches = match_topics(words_in(said), TOPICS)
    assert [match.score for match in matches] == sorted((match.score for match in matches), reverse=True)


HOSTILE = ("open show add read ", "open", " ", "'", "dark ", "a' ", "'' ", "_", "\N{COMBINING ACUTE ACCENT}")


@pytest.mark.parametrize("words", HOSTILE)
def test_only_the_beginning_of_a_message_is_read(words: str) -> None:
    beginning = words_in(words * 2_000)
    assert words_in(words * 200_000) == beginning
    assert sum(map(len, beginning)) <= READ_CHARACTERS


def test_the_work_for_the_most_different_words_is_small() -> None:
    # Every look is one into a set: as many as there are words in the table, whatever the message holds.
    words = words_in(" ".join(f"{number:x}" for number in range(1000)))
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        match_topics(words, TOPICS)
    finally:
        sys.setprofile(None)
    assert calls < 10_000
