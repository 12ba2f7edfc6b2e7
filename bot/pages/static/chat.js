// The chat: one question at a time, its answers as buttons, and a line that comes back by itself.

import * as around from "./around.js";
import { Line } from "./line.js";
import * as log from "./log.js";
import * as send from "./send.js";
import * as waiting from "./waiting.js";
import { text } from "./words.js";

const LONG = 20000; // milliseconds after which the answers can be pressed again, whatever came
const byId = (id) => document.getElementById(id);
const words = byId("words");
const asked = document.body.dataset.asked;
let first = true; // nothing was shown yet
let expected = false; // the person waits for our answer
let offline = false;
let giveUp;

const line = new Line({ message, state, sent, refused }, asked);

function told(shown) {
  byId("state").textContent = shown;
}

function message(frame) {
  const mine = frame.from === "you";
  log.show(frame, first || expected, press);
  if (!mine) {
    line.seen(frame.seq);
    answered();
    message.last = frame;
  }
  clearTimeout(message.quiet);
  message.quiet = setTimeout(() => {
    chooseAsked(message.last); // not while old messages are still coming: their questions were answered long ago
    // From now on what comes is read aloud; what was there when the page opened is not.
    first = false;
    byId("log").setAttribute("aria-live", "polite");
  }, 400);
}

// Whoever chose a language on the start page is not asked again.
function chooseAsked(frame) {
  if (!asked || frame?.question !== "language" || sessionStorage.getItem("sempre.asked")) return;
  sessionStorage.setItem("sempre.asked", asked);
  const button = frame.buttons.flat().find((one) => one.payload.startsWith(`language:${asked}`));
  if (button) press(button);
}

function state(word, shown) {
  if (word === "offline" && !offline) {
    offline = true;
    told(text("chat.offline"));
    for (const entry of waiting.inOrder()) log.say(entry.id, "chat.waiting");
  } else if (word === "online") {
    const back = offline ? text("chat.online") : "";
    told(back);
    offline = false;
    for (const entry of waiting.inOrder()) log.say(entry.id, "chat.sending");
    if (back) setTimeout(() => byId("state").textContent === back && told(""), 4000);
  } else if (word === "trouble") {
    told(shown);
  } else if (word === "ended") {
    ended(shown);
  }
}

function ended(shown) {
  log.forget();
  byId("say").hidden = true;
  byId("parcel").hidden = true;
  document.querySelector(".around").hidden = true;
  told(shown);
  const again = document.createElement("button");
  again.type = "button";
  again.className = "go";
  again.textContent = text("shared.again");
  again.addEventListener("click", () => location.replace("/chat"));
  byId("state").after(again);
  again.focus();
}

function answered() {
  expected = false;
  clearTimeout(giveUp);
  if (!offline) told("");
  log.hold(false);
}

function expect() {
  expected = true;
  log.hold(true);
  told(text(offline ? "chat.offline" : "chat.moment"));
  clearTimeout(giveUp);
  giveUp = setTimeout(answered, LONG);
}

function sent(id) {
  log.say(id, null);
}

function refused(id, shown) {
  log.say(id, null, `${text("chat.refused")} ${shown ?? ""}`);
  answered();
  told(shown ?? text("chat.refused"));
}

function utter(frame, shown, more = {}) {
  const id = name();
  const entry = { id, at: Date.now() + performance.now() / 1e9, frame: { ...frame, id }, shown, ...more };
  log.mine(entry);
  if (offline) log.say(id, "chat.waiting");
  expect();
  line.say(entry);
}

// Browsers give random names only to pages that came encrypted; on a machine of one's own there may be none.
function name() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function press(button) {
  utter({ type: "press", payload: button.payload }, button.label.replace(/^[\p{Nd}]+\. /u, ""));
}

byId("say").addEventListener("submit", (event) => {
  event.preventDefault();
  const said = words.value.trim();
  if (!said) return words.focus();
  words.value = "";
  utter({ type: "text", text: said }, said);
});

words.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("say").requestSubmit();
});

send.start((blob, media) => utter({ type: "file" }, text(`chat.${media}_sent`), { blob, media }), told);
around.start(line, told);
setTimeout(() => first && told(text("chat.connecting")), 1500);
waiting.load().then(() => {
  line.connect();
  line.pump(); // the line may have been open before we knew what waits
  setTimeout(() => {
    // What the page was closed with stands below what we have.
    for (const entry of waiting.inOrder()) log.mine(entry);
  }, 1200);
});
