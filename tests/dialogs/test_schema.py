"""Every rule of a dialog file has one bad file that only breaks this one."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialogs import schema

QUESTION = (
    '[[question]]\nkey = "when"\nkind = "choice"\ntext = ["When?"]\n[question.choices]\nnow = "Now"\nlater = "Later"\n'
)
CHECK = (
    '[[question]]\nkey = "check"\nkind = "check"\ntext = ["Right?"]\n[question.choices]\nsend = "Send"\nadd = "Add"\n'
)
WORDS = '[[question]]\nkey = "story"\nkind = "words"\ntext = ["Tell us."]\n'

BAD = [
    ("readable", None, "name = "),
    ("known-keys", None, 'name = "bad"\ncolour = "red"\n' + QUESTION),
    (
        "known-keys",
        "when",
        'name = "bad"\n' + QUESTION.replace("[question.choices]", "skipp = true\n[question.choices]"),
    ),
    ("types", None, "name = 3\n" + QUESTION),
    ("types", "when", 'name = "bad"\n' + QUESTION.replace('["When?"]', '"When?"')),
    ("types", "when", 'name = "bad"\n' + QUESTION.replace('["When?"]', "[3]")),
    ("name", None, 'name = "other"\n' + QUESTION),
    ("questions", None, 'name = "bad"\n'),
    ("questions", "When", 'name = "bad"\n' + QUESTION.replace('"when"', '"When"')),
    ("questions", "when", 'name = "bad"\n' + QUESTION + QUESTION),
    ("forbidden", "religion", 'name = "bad"\n' + QUESTION.replace('"when"', '"religion"')),
    ("kind", "when", 'name = "bad"\n' + QUESTION.replace('"choice"', '"choose"')),
    ("source", "when", 'name = "bad"\n' + QUESTION.replace("text =", 'source = "sky"\ntext =')),
    ("text", "when", 'name = "bad"\n' + QUESTION.replace('["When?"]', "[]")),
    ("text", "when", 'name = "bad"\n' + QUESTION.replace('["When?"]', '[" "]')),
    ("choices", "when", 'name = "bad"\n' + QUESTION.replace('later = "Later"\n', "")),
    ("choices", "when", 'name = "bad"\n' + QUESTION.replace('later = "Later"', 'Later = "Later"')),
    ("choices", "when", 'name = "bad"\n' + QUESTION.replace('later = "Later"', 'later = ""')),
    ("choices", "story", 'name = "bad"\n' + WORDS + '[question.choices]\nyes = "Yes"\nno = "No"\n'),
    ("conditions", "story", 'name = "bad"\n' + WORDS + 'when = { when = ["now"] }\n'),
    ("conditions", "story", 'name = "bad"\n' + QUESTION + WORDS + 'unless = { when = ["never"] }\n'),
    ("conditions", "story", 'name = "bad"\n' + QUESTION + WORDS + "when = { when = [] }\n"),
    ("placeholders", "story", 'name = "bad"\n' + WORDS.replace("Tell us.", "Tell us, {name}.")),
    ("placeholders", "story", 'name = "bad"\n' + WORDS.replace("Tell us.", "Tell us, {.")),
    (
        "payload",
        "a" * 20,
        'name = "bad"\n' + QUESTION.replace('"when"', f'"{"a" * 20}"').replace("later =", "b" * 20 + " ="),
    ),
    ("telling", "when", 'name = "bad"\ntelling = "when"\n' + QUESTION),
    ("check", "check", 'name = "bad"\n' + CHECK),
    ("check", None, 'name = "bad"\nsubmits = "need"\n' + QUESTION),
    ("check", None, 'name = "bad"\nsubmits = "need"\n' + CHECK + QUESTION),
]


@pytest.mark.parametrize(("rule", "question", "text"), BAD)
def test_a_broken_file_is_refused(
    rule: str, question: str | None, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if rule == "payload":
        monkeypatch.setattr(schema, "LONGEST_DRAFT", "z" * 30)
    path = tmp_path / "bad.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(schema.BadDialog) as refused:
        schema.load_file(path)
    assert (refused.value.file, refused.value.question, refused.value.rule) == ("bad.toml", question, rule)
    assert "bad.toml" in str(refused.value)
    assert f"[{rule}]" in str(refused.value)


def test_every_rule_has_its_bad_file() -> None:
    listed = {line.split("  ")[1] for line in (schema.__doc__ or "").splitlines() if line.startswith("  ")}
    rules = {rule for line in listed for rule in line.strip().split(", ")}
    assert rules == {rule for rule, _, _ in BAD}


def test_what_is_no_text_and_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    for name in ("bytes.toml", "nowhere.toml"):
        with pytest.raises(schema.BadDialog, match=r"\[readable\]"):
            schema.load_file(tmp_path / name)


def test_phrases_are_texts(tmp_path: Path) -> None:
    path = tmp_path / "phrases.toml"
    path.write_text('name = "phrases"\n[phrase]\ndone = 3\n', encoding="utf-8")
    with pytest.raises(schema.BadDialog, match=r"\[types\]"):
        schema.load_phrases(path)


def test_our_own_dialogs_are_whole() -> None:
    for basis in schema.BASES:
        scripts = schema.load_scripts(basis)
        assert {"need", "erase", "language", "menu", "words"} <= set(scripts)
        assert scripts["need"].submits == "need"
    assert schema.load_scripts("public-task")["need"].question("consent") != schema.load_scripts()["need"].question(
        "consent"
    )


def test_the_questions_of_a_need() -> None:
    keys = [question.key for question in schema.load_scripts()["need"].questions]
    assert keys == ["language", "consent", "topic", "detail", "story", "place", "urgency", "check"]


def test_conditions_are_read(tmp_path: Path) -> None:
    path = tmp_path / "good.toml"
    path.write_text(
        'name = "good"\n'
        + QUESTION
        + WORDS
        + 'when = { when = ["now"] }\n'
        + '[[question]]\nkey = "why"\nkind = "words"\ntext = ["Why?"]\nunless = { when = ["now"] }\n',
        encoding="utf-8",
    )
    dialog = schema.load_file(path)
    story, why = dialog.questions[1:]
    assert (story.conditions[0].question, story.conditions[0].negated) == ("when", False)
    assert (why.conditions[0].values, why.conditions[0].negated) == (frozenset({"now"}), True)
    assert dialog.english["good.when:later"] == "Later"
