// The line to the service: comes back by itself, sends in order what waits, and never the same thing twice
// (each thing has an id by which it is known there).

import * as waiting from "./waiting.js";

const PATIENCE = 10000; // for an acknowledgement, in milliseconds
const PAUSES = [300, 1000, 2000, 4000, 8000];
const LATER = new Set(["busy", "stopping", "too_fast", "too_many"]); // what was refused for now

export class Line {
  // on: {message(frame), state(word, text?), sent(id), refused(id, text)}
  constructor(on, language) {
    this.on = on;
    this.address = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/chat/ws${
      language ? `?language=${encodeURIComponent(language)}` : ""
    }`;
    this.after = 0;
    this.failures = 0;
    this.pumping = false;
    this.ended = false;
    this.answers = new Map(); // id → what to do when it is acknowledged or refused
    addEventListener("online", () => this.connect());
    addEventListener("offline", () => this.lost());
    addEventListener("pageshow", () => this.connect());
    document.addEventListener("visibilitychange", () => document.hidden || this.connect());
  }

  connect() {
    if (this.ended || this.socket) return;
    clearTimeout(this.timer);
    let socket;
    try {
      socket = this.socket = new WebSocket(this.address);
    } catch {
      return this.lost();
    }
    const slow = setTimeout(() => socket.readyState === WebSocket.CONNECTING && this.lost(socket), PATIENCE);
    socket.onopen = () => {
      clearTimeout(slow);
      this.opened = true;
      this.failures = 0;
      socket.send(JSON.stringify({ type: "hello", after: this.after }));
      this.on.state("online");
      this.pump();
    };
    socket.onmessage = (event) => this.socket === socket && this.heard(JSON.parse(event.data));
    socket.onclose = () => {
      clearTimeout(slow);
      this.lost(socket);
    };
  }

  // The socket is of no use any more; another one is tried after a while.
  lost(socket = this.socket) {
    if (socket && socket !== this.socket) return;
    const opened = this.opened;
    this.socket = null;
    this.opened = false;
    if (socket) {
      socket.onclose = socket.onmessage = null;
      socket.close();
    }
    for (const answered of [...this.answers.values()]) answered("lost");
    if (this.ended) return;
    clearTimeout(this.timer);
    const pause = PAUSES[Math.min(this.failures, PAUSES.length - 1)] * (0.75 + Math.random() / 2);
    if (this.failures++ > 0 || !navigator.onLine) this.on.state("offline");
    this.timer = setTimeout(() => (opened || !socket ? this.connect() : this.look()), pause);
  }

  // A refused socket does not say why: ask whether this browser still has a way in.
  async look() {
    try {
      const answer = await fetch("/chat/visit", { cache: "no-store" });
      if (answer.status === 403) return this.end((await answer.json()).text);
    } catch {
      // There is no connection at all.
    }
    this.connect();
  }

  end(text) {
    if (this.ended) return;
    this.ended = true;
    this.on.state("ended", this.farewell ?? text);
    this.lost();
  }

  heard(frame) {
    if (frame.type === "message") {
      this.after = Math.max(this.after, frame.seq);
      if (frame.from === "you") this.done(frame.id);
      this.on.message(frame);
    } else if (frame.type === "ack") {
      this.done(frame.id);
    } else if (frame.type === "error") {
      if (frame.code === "expired") this.end(frame.text);
      else if (frame.id && this.answers.has(frame.id)) this.answers.get(frame.id)(LATER.has(frame.code) ? "later" : frame);
      else this.on.state("trouble", frame.text);
    }
  }

  seen(seq) {
    if (this.opened) this.socket.send(JSON.stringify({ type: "seen", seq }));
  }

  done(id) {
    this.answers.get(id)?.("sent");
  }

  async say(entry) {
    await waiting.put(entry);
    this.pump();
  }

  // One thing after the other, in the order in which they were said.
  async pump() {
    if (this.pumping) return;
    this.pumping = true;
    try {
      let entry;
      while (this.opened && (entry = waiting.inOrder()[0])) {
        const how = await this.deliver(entry);
        if (how === "sent") {
          await waiting.drop(entry.id);
          this.on.sent(entry.id);
        } else if (how === "later") {
          await new Promise((done) => setTimeout(done, 2000));
        } else if (how === "lost") {
          break;
        } else {
          await waiting.drop(entry.id);
          this.on.refused(entry.id, how.text);
        }
      }
    } finally {
      this.pumping = false;
    }
  }

  async deliver(entry) {
    if (entry.blob && !entry.frame.file) {
      const how = await this.upload(entry);
      if (how !== "sent") return how;
    }
    return new Promise((done) => {
      const settle = (how) => {
        clearTimeout(timer);
        this.answers.delete(entry.id);
        done(how);
      };
      const timer = setTimeout(() => this.lost(), PATIENCE);
      this.answers.set(entry.id, settle);
      if (this.opened) this.socket.send(JSON.stringify(entry.frame));
      else settle("lost");
    });
  }

  async upload(entry) {
    const form = new FormData();
    form.append("file", entry.blob, "file");
    try {
      const answer = await fetch("/chat/files", { method: "POST", body: form });
      const said = await answer.json();
      if (answer.ok) {
        entry.frame.file = said.file;
        return "sent";
      }
      if (said.code === "expired") this.end(said.text);
      return answer.status === 429 || answer.status === 503 ? "later" : said;
    } catch {
      return navigator.onLine ? "later" : "lost";
    }
  }
}
