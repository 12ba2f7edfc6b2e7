// Says when the conversation on the page is no longer asked for, and takes it back when it is.
"use strict";

(() => {
  const news = document.getElementById("news");
  let offline = false;

  function lost() {
    if (offline) return;
    offline = true;
    news.textContent = news.dataset.offline;
  }

  document.addEventListener("htmx:error", lost);
  document.addEventListener("htmx:after:request", (event) => {
    const status = event.detail?.ctx?.response?.raw?.status ?? 0;
    if (status >= 500) {
      lost();
    } else if (offline) {
      offline = false;
      news.textContent = "";
    }
  });
})();
