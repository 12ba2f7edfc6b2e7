// Larger text, by choice: on the start page and in the chat, until it is taken back.

const button = document.getElementById("size");
const root = document.documentElement;

function set(large) {
  root.classList.toggle("large", large);
  button.setAttribute("aria-pressed", String(large));
}

set(root.classList.contains("large")); // look.js read it before anything was drawn
button.addEventListener("click", () => {
  set(!root.classList.contains("large"));
  try {
    localStorage.setItem("sempre.size", root.classList.contains("large") ? "large" : "normal");
  } catch {
    // It holds for this visit.
  }
});
