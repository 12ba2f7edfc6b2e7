// A voice message or a picture: recorded or chosen, looked at once more, then sent.

import { preview } from "./log.js";
import { text } from "./words.js";

const LONGEST = 5 * 60 * 1000; // milliseconds of a recording
const WIDEST = 2048; // pixels of a picture: readable, and light on a slow line
const TYPES = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];

const parcel = document.getElementById("parcel");
const said = document.getElementById("parcel-text");
const stage = document.getElementById("preview");
const record = document.getElementById("record");
const pick = document.getElementById("pick");
const picture = document.getElementById("picture");
const stop = document.getElementById("stop");
const post = document.getElementById("post");
const discard = document.getElementById("discard");
let recorder = null;
let ready = null; // {blob, media}
let opener = null;

export function start(send, trouble) {
  record.hidden = !(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);
  record.addEventListener("click", () => listen(trouble));
  pick.addEventListener("click", () => picture.click());
  picture.addEventListener("change", () => choose());
  stop.addEventListener("click", () => recorder?.stop());
  discard.addEventListener("click", () => close());
  post.addEventListener("click", () => {
    const going = ready;
    close();
    if (going) send(going.blob, going.media);
  });
}

async function listen(trouble) {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return trouble(text("chat.no_microphone"));
  }
  const type = TYPES.find((one) => MediaRecorder.isTypeSupported(one));
  const parts = [];
  const mine = (recorder = new MediaRecorder(stream, type ? { mimeType: type } : {}));
  const timer = setTimeout(() => mine.state === "recording" && mine.stop(), LONGEST);
  mine.ondataavailable = (event) => parts.push(event.data);
  mine.onstop = () => {
    clearTimeout(timer);
    for (const track of stream.getTracks()) track.stop();
    if (recorder !== mine) return; // it was thrown away
    recorder = null;
    look(new Blob(parts, { type: mine.mimeType.split(";")[0] }), "voice");
  };
  open(record, text("chat.recording"), true);
  mine.start();
  stop.focus();
}

async function choose() {
  const file = picture.files[0];
  picture.value = "";
  if (!file) return;
  opener = pick;
  look(await smaller(file), "photo");
}

// What the browser cannot draw goes as it is; the service says whether it can take it.
async function smaller(file) {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, WIDEST / Math.max(image.width, image.height));
    if (scale === 1 && file.size < 1_000_000) return file;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * scale);
    canvas.height = Math.round(image.height * scale);
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), "image/jpeg", 0.85));
  } catch {
    return file;
  }
}

function look(blob, media) {
  ready = { blob, media };
  stage.replaceChildren(preview(blob, media));
  open(opener, text("chat.check"), false);
  post.focus();
}

function open(from, told, recording) {
  opener = from;
  said.textContent = told;
  stop.hidden = !recording;
  post.hidden = recording;
  parcel.hidden = false;
}

function close() {
  const running = recorder;
  recorder = null;
  ready = null;
  if (running?.state === "recording") running.stop();
  stage.replaceChildren();
  parcel.hidden = true;
  opener?.focus();
}
