// Says in good time that the session ends, and keeps it while somebody is at work: typing is no idleness,
// although the server sees nothing of it. Without this script the page itself says when it ends.
"use strict";

(() => {
  const { left, warn, csrf } = document.body.dataset;
  const box = document.getElementById("ending");
  const text = document.getElementById("ending-text");
  const QUIET = 60 * 1000;

  let ends = Date.now() + Number(left) * 1000;
  let asked = Date.now();
  let asking = false;

  const clock = (moment) => new Date(moment).toLocaleTimeString("de-DE", { hour: "2-digit", minute: "2-digit" });

  async function extend() {
    if (asking) return;
    asking = true;
    asked = Date.now();
    try {
      const answer = await fetch("/admin/session", { method: "POST", body: new URLSearchParams({ csrf }) });
      if (answer.ok) {
        ends = Date.now() + (await answer.json()).left * 1000;
        hide();
      }
    } catch {
      // The next key tries again; the warning stays.
    } finally {
      asking = false;
    }
  }

  function hide() {
    box.hidden = true;
    document.body.classList.remove("ends");
  }

  function show(words) {
    if (text.textContent !== words) text.textContent = words;
    box.hidden = false;
    document.body.classList.add("ends");
  }

  function look() {
    const rest = ends - Date.now();
    if (rest <= 0) {
      document.getElementById("stay").hidden = true;
      document.getElementById("ending-hint").hidden = true;
      show(box.dataset.ended);
    } else if (rest <= Number(warn) * 1000) {
      show(box.dataset.text.replace("{time}", clock(ends)));
    }
  }

  function alive() {
    const now = Date.now();
    if (now < ends && (!box.hidden || now - asked > QUIET)) extend();
  }

  for (const sign of ["keydown", "pointerdown", "input"]) document.addEventListener(sign, alive, { passive: true });
  document.getElementById("stay").addEventListener("click", extend);
  setInterval(look, 1000);
})();
