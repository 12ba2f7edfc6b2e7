// What one may do around a talk: a code to come back, an e-mail, and leaving a shared computer.

import { forget } from "./log.js";
import "./size.js";
import * as waiting from "./waiting.js";
import { text } from "./words.js";

const byId = (id) => document.getElementById(id);

async function post(address, fields = {}) {
  try {
    const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
    return { ok: answer.ok, ...(await answer.json()) };
  } catch {
    return { ok: false, text: text("chat.offline") };
  }
}

export function start(line, state) {
  byId("get-code").addEventListener("click", () => code(state));
  byId("code-first").addEventListener("click", () => {
    byId("later").open = true;
    byId("get-code").focus();
  });
  byId("open-talk").addEventListener("submit", (event) => open(event));
  byId("leave-mail")?.addEventListener("submit", (event) => mail(event, byId("email").value));
  byId("no-mail")?.addEventListener("click", (event) => mail(event, ""));
  byId("end").addEventListener("click", () => end(line, state));
  const printed = /^#code=([\w-]{1,40})$/.exec(location.hash); // the picture on a receipt
  if (printed) {
    history.replaceState(null, "", location.pathname + location.search);
    byId("typed").value = printed[1];
  }
  if (printed || location.hash === "#with-code") {
    byId("enter").open = true;
    byId("typed").focus();
  }
}

async function code(state) {
  const said = await post("/chat/code");
  if (!said.ok) return state(said.text);
  byId("code-said").hidden = false;
  byId("code").textContent = said.code;
}

async function open(event) {
  event.preventDefault();
  const field = byId("typed");
  const said = await post("/chat/open", { code: field.value });
  if (said.ok) {
    await waiting.clear();
    location.replace("/chat");
    return;
  }
  byId("typed-wrong").textContent = said.text;
  field.setAttribute("aria-invalid", "true");
  field.focus();
}

async function mail(event, address) {
  event.preventDefault();
  const said = await post("/chat/mail", { email: address });
  byId("email-wrong").textContent = said.ok ? "" : said.text;
  byId("email-said").textContent = said.ok ? text(address ? "mail.check" : "mail.stopped") : "";
  byId("email").toggleAttribute("aria-invalid", !said.ok);
  if (said.ok) byId("email").value = "";
  else byId("email").focus();
}

async function end(line, state) {
  line.farewell = text("shared.closed");
  const said = await post("/chat/end");
  if (!said.ok) {
    line.farewell = null;
    return state(said.text);
  }
  line.end();
  await waiting.clear();
  try {
    localStorage.clear();
  } catch {
    // Nothing was kept.
  }
  forget();
}
