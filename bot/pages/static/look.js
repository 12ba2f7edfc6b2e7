// Before anything is drawn: whether this browser can show the chat, and the size of the text that was chosen earlier.
if ("noModule" in HTMLScriptElement.prototype) document.documentElement.classList.add("able");
try {
  if (localStorage.getItem("sempre.size") === "large") document.documentElement.classList.add("large");
} catch {
  // A browser that keeps nothing still shows the page.
}
