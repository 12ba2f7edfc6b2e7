"""`make tour`: Aino tells a need in Finnish, Samir an idea in Arabic, Kristina answers both. Pictures for docs/tour.md.

Everybody finds their way by what stands on the screen: buttons by their words, fields by their labels. Each step is
checked, and whatever was said last must be in sight without scrolling.
"""

from __future__ import annotations

import asyncio
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, Locator, Page, expect

from bot.settings import Settings
from tests.admin.looking import browser, too_wide, violations
from tests.serving import Process, environment, free_port, settings

PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 780}, "has_touch": True, "is_mobile": True}
KRISTINA = "kristina@example.org"
REFERENCE = re.compile(r"[NM]-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3}")
ISOLATES = dict.fromkeys(range(0x2066, 0x206A))

AINO_SAYS = "Bussi ei ole kulkenut kuukauteen. En pääse maanantaina lääkäriin."
AINO_HEARS = "Hei Aino! Naapurisi Matti ajaa sinut maanantaina kello 9. Sopiiko se?"
AINO_REPLIES = "Kyllä sopii, kiitos paljon!"
SAMIR_SAYS = "لا يعرف الجيران بعضهم، والكبار وحدهم في المساء"
SAMIR_TRIES = "أن نطبخ معًا كل يوم جمعة"
SAMIR_HEARS = "شكرًا يا سمير. مطبخ المدرسة فارغ يوم الجمعة. هل نلتقي هناك يوم الخميس الساعة 17؟"


class Screen:
    """Somebody's phone. `folder`: where its pictures go."""

    def __init__(self, context: BrowserContext, folder: Path) -> None:
        self._context = context
        self._folder = folder
        self._page: Page | None = None

    @property
    def page(self) -> Page:
        assert self._page is not None
        return self._page

    async def opens(self, address: str) -> None:
        self._page = await self._context.new_page()
        await self.page.goto(address)

    async def closes(self) -> None:
        await self.page.close()
        self._page = None

    async def taps(self, *names: str) -> None:
        """Buttons, links or things that open, by the words on them."""
        for name in names:
            numbered = re.compile(rf"^([0-9]+\. )?{re.escape(name)}$")
            there = self.page.get_by_role("button", name=numbered).or_(self.page.get_by_role("link", name=name))
            await there.first.tap()

    async def writes(self, field: str, words: str, send: str) -> None:
        await self.page.get_by_label(field, exact=True).fill(words)
        await self.taps(send)

    async def hears(self, words: str, choice: str | None = None) -> None:
        """The last message says this, and is in sight from its beginning; so is the first of its answers."""
        last = self.page.locator(".m.bot, .m.staff").last
        await expect(last).to_contain_text(re.compile(".*".join(map(re.escape, words.split("…"))), re.DOTALL))
        if choice:
            await expect(self.page.get_by_role("button", name=choice).last).to_be_visible()
        await self._in_sight(last, words)

    async def shows(self, name: str) -> None:
        """Takes the picture; nothing on it may be too wide or in the way of anybody."""
        assert await too_wide(self.page) == 0, name
        assert await violations(self.page) == [], name
        await self.page.screenshot(path=self._folder / f"{name}.png")

    async def last(self) -> str:
        return (await self.page.locator(".m.bot, .m.staff").last.inner_text()).translate(ISOLATES)

    async def _in_sight(self, what: Locator, words: str) -> None:
        await self.page.wait_for_timeout(250)  # the page moves to it
        box = await what.bounding_box()
        assert box is not None, words
        high = self.page.viewport_size["height"] if self.page.viewport_size else 0
        assert -1 <= box["y"] <= high / 2, f"{words}: begins at {box['y']} of {high}"


async def aino_tells(aino: Screen) -> str:
    """An 81-year-old whose phone speaks Finnish. She wants larger letters."""
    await aino.opens("/")
    await expect(aino.page.get_by_role("heading", level=1)).to_have_text("Mitä tarvitset?")
    await aino.taps("Isompi teksti")
    await aino.shows("01-aino-start")
    await aino.taps("Kirjoita meille tässä")
    await aino.hears("Valitse kielesi", "Suomi")
    await aino.taps("Suomi")
    await aino.hears("Saammeko", "Kyllä, tallenna")
    await aino.shows("02-aino-consent")
    await aino.taps("Kyllä, tallenna")
    await aino.hears("Mihin tarvitset apua", "Liikkuminen")
    await aino.taps("Liikkuminen")
    await aino.hears("Liikkuminen", "Ei bussia")
    await aino.taps("Ei bussia tai väärä aika")
    await aino.hears("Kerro vähän lisää")
    await aino.shows("03-aino-story")
    await aino.writes("Vastauksesi omin sanoin", AINO_SAYS, "Lähetä")
    await aino.hears("Missä asut?")
    await aino.writes("Vastauksesi omin sanoin", "Kihniö", "Lähetä")
    await aino.hears("Milloin tarvitset apua?", "Tällä viikolla")
    await aino.taps("Tällä viikolla")
    await aino.hears(f"Tarkista…{AINO_SAYS}…Kihniö", "Lähetä")
    await aino.page.locator("#choices").get_by_role("button", name="Lähetä").tap()
    await aino.hears("Numerosi on")
    reference = REFERENCE.findall(await aino.last())[0]
    await aino.shows("04-aino-sent")
    await aino.taps("Ei kiitos")
    await aino.hears("Kiitos.")
    await expect(aino.page.get_by_role("button", name="Ei kiitos")).to_have_count(0)
    await aino.closes()
    return str(reference)


async def samir_tells(samir: Screen) -> str:
    """His phone speaks English; he finds his language by its own name."""
    await samir.opens("/")
    await samir.taps("العربية")
    await expect(samir.page.get_by_role("heading", level=1)).to_have_text("ماذا تحتاج؟")
    await samir.shows("05-samir-start")
    await samir.taps("اكتب إلينا هنا")
    await samir.hears("هل تسمح لنا بحفظها", "نعم، احفظوها")  # the language was chosen on the start page
    await samir.taps("نعم، احفظوها")
    await samir.hears("في أي شيء تحتاج إلى مساعدة؟", "لدي فكرة")
    await samir.taps("لدي فكرة")
    await samir.hears("جميل أن لديك فكرة", "نعم، احفظوها")
    await samir.taps("نعم، احفظوها")
    await samir.hears("ما هو الصعب")
    await samir.writes("إجابتك بكلماتك", SAMIR_SAYS, "إرسال")
    await samir.hears("من لديه هذه المشكلة؟", "كبار السن")
    await samir.taps("كبار السن")
    await expect(samir.page.get_by_role("button", name="✓ كبار السن")).to_be_visible()
    await samir.taps("جدد في هذا البلد")
    await expect(samir.page.get_by_role("button", name="✓ جدد في هذا البلد")).to_be_visible()
    await samir.shows("06-samir-marks")
    await samir.taps("تم")
    await samir.hears("لأي قرية أو مدينة")
    await samir.writes("إجابتك بكلماتك", "Kihniö", "إرسال")
    await samir.hears("ماذا تريد أن تجرب؟")
    await samir.writes("إجابتك بكلماتك", SAMIR_TRIES, "إرسال")
    await samir.hears("من سيقوم بها معك؟", "شخص أو شخصان")
    await samir.taps("شخص أو شخصان")
    await samir.hears("ماذا لديك", "مهارات")
    await samir.taps("مهارات")
    await expect(samir.page.get_by_role("button", name="✓ مهارات")).to_be_visible()
    await samir.taps("تم")
    await samir.hears("أي مساعدة", "غرفة")
    await samir.taps("غرفة")
    await expect(samir.page.get_by_role("button", name="✓ غرفة")).to_be_visible()
    await samir.taps("تم")
    await samir.hears("كم من المال", "حتى 500 €")
    await samir.taps("حتى 500 €")
    await samir.hears("كيف ستلاحظ", "تخطي")
    await samir.taps("تخطي")
    await samir.hears(f"مراجعة…{SAMIR_SAYS}…{SAMIR_TRIES}", "إرسال")
    await samir.shows("07-samir-check")
    await samir.page.locator("#choices").get_by_role("button", name="إرسال").tap()
    await samir.hears("رقم فكرتك", "نعم")
    reference = REFERENCE.findall(await samir.last())[0]
    await samir.taps("نعم")
    await samir.hears("بلدان أخرى", "لا")
    await samir.taps("لا")
    await samir.hears("شكرًا لك")
    await samir.closes()
    return str(reference)


async def kristina_answers(kristina: Screen, link: str, answers: dict[str, tuple[str, str]]) -> None:
    """`answers`: reference → what she reads there, and what she writes."""
    await kristina.opens(link)
    await kristina.taps("Anmelden", "Eingänge")
    await expect(kristina.page.get_by_role("heading", level=1)).to_have_text("Eingänge")
    await expect(kristina.page.locator("[data-reference]")).to_have_count(len(answers))
    await kristina.shows("08-kristina-list")
    for reference, (reads, writes) in answers.items():
        await kristina.page.locator(f"[data-reference={reference}]").get_by_role("link").first.tap()
        await expect(kristina.page.locator("blockquote", has_text=reads)).to_be_visible()
        if reference.startswith("M"):
            await kristina.shows("09-kristina-reads")
        await kristina.writes("Ihre Nachricht", writes, "Senden")
        await expect(kristina.page.get_by_text("Ihre Nachricht ist unterwegs.")).to_be_in_viewport()
        await kristina.taps("Eingänge")


async def they_read(aino: Screen, samir: Screen) -> None:
    """Both open the page again, as one opens it again: from the start page."""
    await aino.opens("/")
    await aino.taps("Kirjoita meille tässä")
    await aino.hears(AINO_HEARS)
    await expect(aino.page.locator(".m").last).to_have_class("m staff")
    await aino.shows("10-aino-reads")
    await aino.writes("Vastauksesi omin sanoin", AINO_REPLIES, "Lähetä")
    await expect(aino.page.locator(".m.you").last).to_contain_text(AINO_REPLIES)
    await aino.hears("Kiitos")
    await samir.opens("/")
    await samir.taps("العربية", "اكتب إلينا هنا")
    await samir.hears(SAMIR_HEARS)
    await expect(samir.page.locator(".m").last).to_have_class("m staff")
    await samir.shows("11-samir-reads")


async def kristina_sees(kristina: Screen, reference: str) -> None:
    await kristina.page.locator(f"[data-reference={reference}]").get_by_role("link").first.tap()
    reply = kristina.page.locator("[data-message] .reply")
    await expect(reply).to_contain_text(AINO_REPLIES)
    await reply.scroll_into_view_if_needed()
    await kristina.shows("12-kristina-hears")


async def staff_link(of: Settings) -> str:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "staff", "add", KRISTINA, "--role", "caseworker",
        env=environment(of), stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    out, _ = await process.communicate()
    return out.decode().split()[-1]


async def walk(on: Browser, of: Settings, folder: Path) -> None:
    async def phone(locale: str) -> Screen:
        context = await on.new_context(base_url=f"http://127.0.0.1:{of.port}", locale=locale, **PHONE)
        context.set_default_timeout(10_000)
        return Screen(context, folder)

    aino, samir, kristina = await phone("fi-FI"), await phone("en-GB"), await phone("de-DE")
    need = await aino_tells(aino)
    idea = await samir_tells(samir)
    answers = {need: (AINO_SAYS, AINO_HEARS), idea: (SAMIR_SAYS, SAMIR_HEARS)}
    await kristina_answers(kristina, await staff_link(of), answers)
    await they_read(aino, samir)
    await kristina_sees(kristina, need)


async def main(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as data:
        of = settings(
            Path(data) / "data", port=free_port(), languages="fi,ar,en,de,ru", country="FI", organisation="Naapuriapu"
        )
        async with Process(of), browser() as on:
            await walk(on, of, folder)


if __name__ == "__main__":
    into = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/tour")
    into.mkdir(parents=True, exist_ok=True)
    for old in into.glob("*.png"):
        old.unlink()
    asyncio.run(main(into))
