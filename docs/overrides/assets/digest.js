// What scripts add to a page that is whole without them: an anchor that is followed opens its source; copy buttons.
(function () {
  "use strict";

  // Where the script of a part of a page does not come, the part goes, and the page says so.
  window.addEventListener("error", function (event) {
    var name = event.target.dataset && event.target.dataset.part;
    if (!name) return;
    var notice = document.getElementById(name + "-failed");
    document.getElementById(name).remove();
    notice.textContent = notice.dataset.words;
  }, true);

  function reveal() {
    var name = decodeURIComponent(location.hash.slice(1));
    var target = name && document.getElementById(name);
    if (!target) return;
    if (target.matches(".pd-former")) target = target.closest(".pd-fact");
    if (target.matches(".pd-fact")) target.querySelector("details").open = true;
    if (target.matches("details")) target.open = true;
    for (var outer = target.closest("details"); outer; outer = outer.parentElement.closest("details")) outer.open = true;
    target.scrollIntoView({ block: "start" });
  }

  function citation(button) {
    if ("exact" in button.dataset) return document.getElementById(button.dataset.copy).textContent;
    return document.getElementById(button.dataset.copy).textContent.replace(/\s+/g, " ").trim() + " " + location.href.split("#")[0];
  }

  document.querySelectorAll("button[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(citation(button)).then(function () {
        button.textContent = button.dataset.done || "✓";
      });
    });
  });

  // The link of a figure is a plain one; where a script may, following it also copies its address, and says so.
  var status = null;
  document.addEventListener("click", function (event) {
    var link = event.target.closest(".pd-anchor");
    var body = document.querySelector("[data-copied]");
    if (!link || !body || !navigator.clipboard) return;
    navigator.clipboard.writeText(link.href).then(function () {
      if (!status) {
        status = document.createElement("span");
        status.className = "pd-unseen";
        status.setAttribute("role", "status");
        body.appendChild(status);
      }
      status.textContent = body.dataset.copied;
      link.dataset.note = body.dataset.copied;
      setTimeout(function () { delete link.dataset.note; status.textContent = ""; }, 2000);
    }, function () {});
  });

  // The contents of a narrow page open by a button, take the focus, and close when it leaves them or at Escape.
  function menu(button, toggle, drawer) {
    if (!button || !toggle || !drawer) return;
    document.querySelector("label.pd-menu").hidden = true;
    button.hidden = false;
    button.addEventListener("click", function () { toggle.click(); });
    toggle.addEventListener("change", function () {
      button.setAttribute("aria-expanded", String(toggle.checked));
      if (toggle.checked) drawer.querySelector("a, [tabindex='0']").focus();
    });
    drawer.addEventListener("focusout", function (event) {
      if (toggle.checked && event.relatedTarget && !drawer.contains(event.relatedTarget)) toggle.click();
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !toggle.checked) return;
      button.focus();
      if (toggle.checked) toggle.click();
    });
  }

  // The pages mirror each other anchor for anchor, so the other language opens at the same place.
  function keepPlace() {
    document.querySelectorAll(".pd-languages a").forEach(function (link) { link.hash = location.hash; });
  }

  function arrive() {
    reveal();
    keepPlace();
  }

  document.addEventListener("click", keepPlace, true);
  window.addEventListener("hashchange", arrive);
  menu(document.getElementById("menu-open"), document.getElementById("__drawer"), document.querySelector(".md-sidebar--primary"));
  arrive();
}());
