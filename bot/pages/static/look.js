// Before anything is drawn: the size of the text that was chosen here earlier.
try {
  if (localStorage.getItem("sempre.size") === "large") document.documentElement.classList.add("large");
} catch {
  // A browser that keeps nothing still shows the page.
}
