// What the page itself says, in the language of the talk.

let spoken = JSON.parse(document.getElementById("spoken").textContent);

export const text = (name) => spoken.texts[name] ?? "";

export async function speak(language) {
  if (language === spoken.lang) return;
  const wanted = language;
  let answer;
  try {
    answer = await fetch(`/chat/texts?language=${encodeURIComponent(language)}`);
  } catch {
    return; // the page goes on in the language that it has
  }
  if (!answer.ok) return;
  const next = await answer.json();
  if (next.lang !== wanted) return;
  spoken = next;
  document.documentElement.lang = spoken.lang;
  document.documentElement.dir = spoken.dir;
  document.title = text("chat.title");
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = text(element.dataset.t);
    if (element.lang) Object.assign(element, { lang: spoken.lang, dir: spoken.dir });
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.setAttribute("aria-label", text(element.dataset.tLabel));
  }
}
