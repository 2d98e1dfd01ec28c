// Filters the concepts by words, all of which must stand in one, and opens the concept that the address names.
(() => {
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const words = document.getElementById("words"), place = document.getElementById("place");
  const found = document.getElementById("found"), form = document.getElementById("search");
  const sections = [...document.querySelectorAll("section.place")].map((section) => ({
    section,
    elsewhere: section.querySelector(".elsewhere"),
    concepts: [...section.querySelectorAll(".concept")].map((concept) => ({ concept, text: plain(concept.textContent) })),
  }));
  const search = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { section, elsewhere, concepts } of sections) {
      const here = !place.value || section.id === place.value;
      let shown = 0;
      for (const { concept, text } of concepts) {
        const hit = here && wanted.every((word) => text.includes(word));
        concept.hidden = !hit;
        shown += hit;
      }
      count += shown;
      section.hidden = !shown && (wanted.length > 0 || !here);
      if (elsewhere) elsewhere.hidden = wanted.length > 0;
    }
    found.textContent = wanted.length || place.value ? `${count} found` : "";
  };
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.hidden || target.closest("[hidden]")) {
      words.value = place.value = "";
      search();
    }
    if (target.matches("details")) target.open = true;
    target.scrollIntoView();
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  words.addEventListener("input", search);
  place.addEventListener("change", search);
  addEventListener("hashchange", open);
  open();
})();
