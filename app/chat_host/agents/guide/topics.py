"""Owns what the guide knows something about, and the words by which it sees that somebody asks for it.

A line is a clue: one word of each group, and `+` between the groups. Where two topics fit equally well, the earlier one
in this table is meant.
"""

from __future__ import annotations

from app.brand import BRAND
from app.chat_host.agents.guide.understanding import Topic, topic

GREETING = "hello hi hey hallo hullo howdy greetings moin servus hola"
US = f"you your yourself this it here program programme app application software window tool agent guide {BRAND.slug}"
CHAT = "conversation chat thread discussion dialog dialogue talk history"
MINE = f"{CHAT} message data text everything word write type typed say said file answer"
LINK = "connect connecting connection add link attach hook plug setup set configure login join bring use using support"
KEEP = "kept keep store stored storing saved save saving live located location folder disk"
LEAVE = "send sent sending leave leaves leaving upload uploaded share shared sharing go goes reach transmit"
MODEL = "ai bot chatbot robot human person model llm gpt chatgpt claude gemini intelligent intelligence real"
RUNNER = "ollama llama llamafile llamacpp lmstudio vllm mistral qwen gemma phi deepseek"
OPEN = "open pick choose select attach read load add look upload browse import drop"
FILE = "file document image picture photo pdf spreadsheet csv attachment"
LOOK = "theme mode appearance colour color scheme skin"
TURN = "switch change turn use make set enable activate put toggle prefer want like follow"

TOPICS: tuple[Topic, ...] = (
    topic(
        "about",
        f"{GREETING} + what who + {US}",
        f"what what's who who's explain describe introduce about + {US}",
        "about intro introduction",
    ),
    topic("hello", f"{GREETING} welcome", "good + morning afternoon evening day"),
    topic("how_are_you", "how how's + are doing going feeling + you it things", "how's + it you + going doing"),
    topic("thanks", "thanks thank thx cheers great nice cool perfect wonderful lovely bye goodbye ciao awesome good"),
    topic(
        "abilities",
        "what which how + can could able + you i + do try ask say help offer",
        "what which how + can could able + you i",
        "what + you + know understand offer",
        "what + else",
        "help menu command commands feature ability option example possibility idea suggestion demo list widget tour",
        "help + me you",
        "show give + list example menu option idea suggestion feature",
        "show + list widget",
    ),
    topic("model", f"{MODEL} + {US} is am are", MODEL, "which what + model llm ai + use run"),
    topic(
        "private",
        "private privacy secure security safe safety confidential gdpr tracking telemetry analytics spy encrypted",
        f"private secure safe confidential encrypted encrypt + {MINE} {US}",
        "anybody anyone somebody someone + watching listening reading tracking",
        "who anybody anyone somebody someone openai + read see sees watch access listen reads look",
        f"{LEAVE} + {MINE} network internet cloud server anywhere computer openai online",
        f"where + {LEAVE} + {MINE} {US}",
        f"collect track record training train + {MINE} me {US}",
    ),
    topic(
        "export",
        f"save keep export download get copy move rescue import + {CHAT} + openai hosted workflow chatgpt builder",
        f"export import download + {CHAT} + from + openai hosted workflow",
    ),
    topic(
        "data",
        f"where which + {KEEP} + {MINE} {US} setting log",
        f"where which + {KEEP} + {MINE}",
        "where which + data database",
        f"back + up + {CHAT} data everything",
        "backup backups export copy + data conversation chat history everything",
        f"{KEEP} + {MINE}",
        "backup database export data storage",
    ),
    topic(
        "delete",
        f"delete deleting deleted remove erase clear wipe forget trash undelete restore recover undo + {MINE} it",
        "delete erase undelete undo",
    ),
    topic("rename", f"change call give + name title + {CHAT} it", f"rename retitle + {CHAT} it", "rename retitle"),
    topic(
        "find",
        f"find search look see list open show where old older earlier previous yesterday last past back + {CHAT}",
        "history search conversation conversations chats",
    ),
    topic("new", f"new begin start another fresh + {CHAT} topic over", "new"),
    topic("stop", "stop cancel interrupt abort halt + answer answering response writing it you", "stop"),
    topic(
        "connect_openai",
        f"{LINK} talk run switch + openai chatgpt gpt codex workflow builder agentbuilder wf agentkit",
        f"{LINK} talk run switch + {US} me i + openai chatgpt gpt workflow",
        "openai workflow agentbuilder agentkit",
        "agent + builder",
    ),
    topic(
        "connect_organisation",
        f"{LINK} talk + organisation organization company work employer team office enterprise school university",
        "organisation organization company employer enterprise + chatkit agent assistant",
    ),
    topic(
        "connect_server",
        f"{LINK} talk run point + server url endpoint backend chatkit address host selfhosted hosted + own my",
        f"{LINK} talk run point + server url endpoint backend chatkit selfhosted",
        "own chatkit selfhosted + server",
        "chatkit server endpoint",
    ),
    topic(
        "connect_local",
        f"{LINK} run talk download install + local own offline private + model llm ai",
        f"{LINK} run talk download install + {RUNNER} local",
        f"{RUNNER} local",
        "local offline own + model llm ai",
        "lm + studio",
        f"{LINK} run talk + lm + studio",
    ),
    topic(
        "connect",
        f"{LINK} + {MODEL} agent provider service anything else other another something own",
        "talk speak chat + agent ai model llm provider",
        "connect connection connections provider account login",
        "what which who + connection connect connections",
    ),
    topic(
        "keys",
        "key token password secret credential + api openai enter put paste store stored safe need insert where type",
        "key token password secret credential + api openai + enter put paste store stored safe need insert add type",
        "key token password secret credential apikey keyring",
        "api + key",
    ),
    topic(
        "themes",
        f"light dark bright night day white black + {LOOK}",
        "light dark night + switch change turn use make set go enable activate want prefer",
        "too less + bright dark light",
        f"system auto automatic automatically + {LOOK}",
        f"follow same match + system + {LOOK} light dark",
        f"{TURN} + theme appearance colour color skin look",
        "theme appearance colour color light dark system",
        f"{LOOK} + card button choice",
    ),
    topic("files", f"{OPEN} show send give + {FILE}", FILE),
    topic(
        "zoom",
        "bigger larger smaller big small tiny zoom size increase decrease enlarge + text font letter word everything",
        f"make zoom + bigger larger smaller + {US} text font letter",
        "zoom font bigger larger smaller",
        "text font letter + size zoom",
    ),
    topic(
        "settings",
        "setting preference preferences configuration settings configure",
        "open show change where + setting preference preferences configuration settings option",
    ),
    topic(
        "shortcuts",
        "shortcut hotkey keyboard keys",
        "keyboard key + shortcut command combination",
        "open show list which what + shortcut hotkey keyboard keys",
        "use work + keyboard",
    ),
    topic(
        "diagnostics",
        "diagnostic diagnostics doctor diagnose",
        "problem broken error wrong bug crash crashes crashed slow fault fix repair trouble issue fail failed fails",
        f"problem broken error wrong bug crash slow freeze frozen hang blank white crashed + {US} something i see get",
        "not doesn't isn't don't can't won't + work working start opening + it this something program app",
        "doesn't don't won't + work working",
        "open show run where + diagnostic diagnostics doctor log report",
        "report + bug problem error",
    ),
    topic(
        "offline",
        "offline internet network wifi plane airplane flight disconnected",
        "without no + internet network connection wifi",
        f"need needed require required work run + internet network online offline + {US} i is",
        "work works working run use + offline internet network plane airplane",
        "happens + offline internet network",
    ),
    topic(
        "updates",
        "update updates upgrade newer latest",
        "when next + update upgrade version",
        f"update upgrade new newer latest + version {BRAND.slug} program app it automatically",
        "check get install + update upgrade",
    ),
    topic("version", "version release licence license author", "which what + version release licence license"),
    topic(
        "costs",
        "cost costs price pricing free pay paid payment money subscription expensive fee",
        f"cost costs price free pay money + {US} i",
        f"how + much + {US}",
        "open + source",
    ),
    topic(
        "languages",
        "language german deutsch french français spanish español italian portuguese polish turkish chinese japanese",
        "speak understand answer write switch change + language german deutsch french français spanish español italian",
        "sprichst sprechen parlez hablas + deutsch du sie français español vous english",
        "which what other + language",
    ),
    topic(
        "voice",
        "voice microphone dictate dictation mic aloud",
        "talk speak listen hear read + aloud voice microphone loud ear",
        "use + voice microphone dictation",
    ),
    topic("form", "form trip survey questionnaire feedback", "show fill give open make see + form trip questionnaire"),
    topic(
        "code",
        "code python markdown snippet table formatting syntax",
        "show write give see print some + code python table markdown snippet program formatting example",
    ),
    topic("card", "card button buttons cards", "show give see make draw + card button"),
    topic("question", "ask question quiz + me something us", "ask question quiz", "ask + me + question something"),
    topic(
        "work",
        "how + work works working built made function + you this it guide",
        "how + you + work think answer understand decide",
        "workflow step reasoning + show your",
        "show + workflow step reasoning thinking",
        "why + you + say answer said",
    ),
)
