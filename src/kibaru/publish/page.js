"use strict";
// Pointing at a value, or moving the focus to it, shows its words, and the other way round. Without this script the
// links still lead from one to the other.
(function () {
  function show(event, on) {
    var from = event.target.closest ? event.target.closest("[data-v]") : null;
    if (!from) { return; }
    var section = from.closest("section.one");
    from.dataset.v.split(" ").forEach(function (id) {
      section.querySelectorAll('[data-v~="' + id + '"]').forEach(function (other) {
        other.classList.toggle("on", on);
      });
    });
  }
  [["mouseover", true], ["focusin", true], ["mouseout", false], ["focusout", false]].forEach(function (pair) {
    document.addEventListener(pair[0], function (event) { show(event, pair[1]); });
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest('a[href^="#"]') : null;
    var target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!target) { return; }
    var fold = target.closest("details");
    if (fold) { fold.open = true; }
  });
})();
