// The messages, and the answers that the last one offers. Whatever is shown goes in as text, never as markup.

import { speak, text } from "./words.js";

const log = document.getElementById("log");
const choices = document.getElementById("choices");
const ways = document.getElementById("ways");
const words = document.getElementById("words");
const WAY_OUT = /!(back|skip)~|^!(person|help|language)$/;
const NUMBER = /([NM]-[2-9A-HJ-NP-Z]{3}-[2-9A-HJ-NP-Z]{3})/; // it is never broken at the end of a line
const own = new Map(); // id of what the person said → its element
let last = null; // the element of our last message
let sender = null;
let held = false; // an answer is on its way
let keyboard = false; // how the person moves: nobody who taps wants a keyboard to jump up

addEventListener("keydown", () => (keyboard = true), true);
addEventListener("pointerdown", () => (keyboard = false), true);

function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function message(frame) {
  const made = element("div", `m ${frame.from}`);
  if (frame.lang) made.lang = frame.lang;
  made.dir = frame.dir;
  const who = element("p", "who", text(`chat.${frame.from}`));
  who.hidden = frame.from === sender || frame.from === "staff"; // what staff write begins with who writes
  who.dataset.t = `chat.${frame.from}`; // it follows the language of the page, not that of the message
  who.dir = document.documentElement.dir;
  who.lang = document.documentElement.lang;
  made.append(who);
  for (const part of frame.text.split("\n\n")) {
    const paragraph = element("p");
    paragraph.append(...part.split(NUMBER).map((some, at) => (at % 2 ? element("bdi", "number", some) : some)));
    paragraph.dir = "auto";
    made.append(paragraph);
  }
  if (frame.data) {
    const link = element("a", "go", text("chat.data"));
    link.href = frame.data;
    made.append(link);
  }
  sender = frame.from;
  return made;
}

// What the person just said, before anybody has it. `blob`: of a voice message or a picture.
export function mine(entry) {
  // A mark shows on its button; another message would push the buttons away under the finger.
  if (own.has(entry.id) || /:[+-]/.test(entry.frame.payload ?? "")) return;
  const made = message({ from: "you", text: entry.shown, dir: "auto" });
  if (entry.blob) made.append(preview(entry.blob, entry.media));
  made.append(element("p", "how", text("chat.sending")));
  own.set(entry.id, made);
  log.append(made);
  made.scrollIntoView({ block: "nearest" });
}

export const preview = (blob, media) => viewer(media, URL.createObjectURL(blob));

function viewer(media, address) {
  const shown = document.createElement(media === "voice" ? "audio" : "img");
  if (media === "voice") {
    shown.controls = true;
    shown.preload = "metadata";
    shown.setAttribute("aria-label", text("chat.voice_sent"));
  } else {
    shown.alt = text("chat.picture");
    shown.loading = "lazy";
  }
  shown.src = address;
  return shown;
}

// What was sent earlier, as far as we still have it: the words above say what it was.
function kept(frame) {
  const shown = viewer(frame.media, `/chat/files/${encodeURIComponent(frame.file)}`);
  shown.addEventListener("error", () => shown.remove());
  return shown;
}

// How far it has come: `name` of a text, or `told`; nothing where it has arrived.
export function say(id, name, told) {
  const how = own.get(id)?.querySelector(".how");
  if (!how) return;
  if (name || told) how.textContent = told ?? text(name);
  else how.remove();
}

export function show(frame, expected, press) {
  if (frame.from === "you") {
    const there = own.get(frame.id);
    say(frame.id, null);
    // A command with words after it comes back as two; what was said here stands as it was written.
    if (frame.toggles || (there && (!there.seq || there.seq === frame.seq))) return;
    const made = message(frame);
    made.seq = frame.seq;
    if (frame.id) own.set(frame.id, made);
    if (frame.file) made.append(kept(frame));
    log.append(made);
    return;
  }
  const near = expected || window.innerHeight + window.scrollY > document.body.scrollHeight - 400;
  const made = message(frame);
  if (frame.toggles && last?.isConnected) last.replaceWith(made);
  else log.append(made);
  last = made;
  speak(frame.lang);
  offer(frame, press);
  if (near && !frame.toggles) made.scrollIntoView({ block: "start" });
}

function offer(frame, press) {
  const focused = document.activeElement;
  const within = choices.contains(focused) || ways.contains(focused) || focused === document.body;
  const same = frame.toggles ? focused?.dataset?.same : null;
  // Where one answers in one's own words, the field comes before the ways out of the question.
  const free = frame.question && !frame.buttons.flat().some(numbered);
  const out = (row) => free && row.every((button) => WAY_OUT.test(button.payload));
  fill(choices, frame, frame.buttons.filter((row) => !out(row)), press);
  fill(ways, frame, frame.buttons.filter(out), press);
  const again = same && choices.querySelector(`[data-same="${CSS.escape(same)}"]`);
  if (again) return again.focus();
  if (!within || !keyboard) return;
  if (choices.querySelector(".choice")) choices.focus({ preventScroll: true });
  else words.focus({ preventScroll: true });
}

function fill(group, frame, rows, press) {
  group.replaceChildren(...rows.map((row) => line(row, press)));
  group.hidden = !rows.length;
  group.lang = frame.lang;
  group.dir = frame.dir;
}

const numbered = (button) => /^[\p{Nd}]+\. /u.test(button.label);

function line(row, press) {
  const made = row.map((button) => {
    const one = element("button", numbered(button) ? "choice" : "", button.label);
    one.type = "button";
    one.dataset.payload = button.payload;
    one.dataset.same = button.payload.replace(/:[+-]/, ":");
    const language = /^language:([A-Za-z-]+)/.exec(button.payload);
    if (language) one.lang = language[1];
    one.addEventListener("click", () => held || press(button));
    return one;
  });
  if (made.length === 1) return made[0].className ? made[0] : wrap(made);
  return wrap(made);
}

function wrap(buttons) {
  const row = element("div", "row");
  row.append(...buttons);
  return row;
}

// While the answer is on its way nothing more is pressed. The buttons stay where they are, and so does focus.
export function hold(yes) {
  held = yes;
  for (const button of document.querySelectorAll(":is(#choices, #ways) button")) button.setAttribute("aria-disabled", String(yes));
}

export function forget() {
  for (const part of [log, choices, ways]) part.replaceChildren();
  choices.hidden = ways.hidden = true;
}
