/* Takes the answers of a person and saves them as a file of corrections. Nothing leaves the page.
   Written for old browsers too. */
(function () {
  "use strict";
  var texts = JSON.parse(document.getElementById("texts").textContent);
  var reading = document.getElementById("reading");
  var told = document.getElementById("told");
  var made = 0;
  var added = 0;
  var changed = false;

  function each(nodes, act) { Array.prototype.forEach.call(nodes, act); }

  function element(name, className, text) {
    var node = document.createElement(name);
    if (className) { node.className = className; }
    if (text) { node.textContent = text; }
    return node;
  }

  /* On one line; of other spaces our reader of the file takes care. */
  function flat(text) { return text.split(/[ \t\r\n]+/).filter(Boolean).join(" "); }

  function textOf(value, className) {
    var node = value.querySelector("." + className);
    return node ? node.textContent : null;
  }

  /* The words that were read; where none are noted they are the value itself. */
  function wordsOf(value) {
    if (value.hasAttribute("data-was")) { return value.getAttribute("data-was"); }
    return flat(textOf(value, "value") || "");
  }

  /* As JSON, which is YAML; what YAML takes for ends of lines is escaped, and so are lone halves. */
  function quoted(text) {
    return JSON.stringify(text).replace(/\\u[dD][89a-fA-F][0-9a-fA-F]{2}/g, "\ufffd")
      .replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, function (letter) {
        return "\\u" + ("0000" + letter.charCodeAt(0).toString(16)).slice(-4);
      });
  }

  function entry(correction) {
    return "\n  - at: " + quoted(correction.at) + "\n    was: " + quoted(correction.was) +
      "\n    be: " + quoted(correction.be) + "\n";
  }

  function answers() {
    var found = [];
    each(reading.querySelectorAll("[data-at]"), function (value) {
      var box = boxOf(value);
      var gone = value.querySelector(".gone input");
      var be = box ? box.value.trim() : "";
      if (gone && gone.checked) { be = ""; } else if (!be) { return; }
      found.push({ at: value.getAttribute("data-at"), was: wordsOf(value), be: be });
    });
    return found;
  }

  function show() {
    told.textContent = texts.labels.count.replace("N", String(answers().length));
  }

  function save() {
    var all = texts.kept.concat(answers());
    if (!all.length) { told.textContent = texts.labels.none; return; }
    var text = texts.head + "\ncorrections:\n" + all.map(entry).join("");
    var link = element("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/yaml;charset=utf-8" }));
    link.download = texts.file;
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    changed = false;
    told.textContent = texts.labels.saved;
  }

  function tick(text) {
    var label = element("label", "gone");
    var box = element("input");
    box.type = "checkbox";
    label.appendChild(box);
    label.appendChild(document.createTextNode(" " + text));
    return label;
  }

  /* A row that is no measure is taken out whole. */
  function askIfMeasure(group) {
    var row = element("div");
    var answer = element("div", "answer");
    row.setAttribute("data-at", group.getAttribute("data-row"));
    row.setAttribute("data-was", group.getAttribute("data-was"));
    answer.appendChild(tick(texts.labels.row));
    row.appendChild(answer);
    group.appendChild(row);
  }

  /* Make the inputs for a value that nobody is asked about. */
  function answerFor(value, field, isNew) {
    var answer = element("div", "answer");
    var id = "n" + (made += 1);
    var label = element("label", "", isNew ? texts.labels.add : texts.labels.right);
    var box = element(texts.long.indexOf(field) < 0 ? "input" : "textarea");
    if (box.tagName === "INPUT") { box.type = "text"; } else { box.rows = 2; }
    box.id = label.htmlFor = id;
    if (document.getElementById("list-" + field)) { box.setAttribute("list", "list-" + field); }
    answer.appendChild(label);
    answer.appendChild(box);
    if (!isNew) {
      var same = element("button", "same", texts.labels.same);
      same.type = "button";
      answer.appendChild(same);
      answer.appendChild(tick(texts.labels.gone));
    }
    if (texts.how[field]) {
      var how = element("p", "how", texts.how[field]);
      how.id = id + "h";
      box.setAttribute("aria-describedby", how.id);
      answer.appendChild(how);
    }
    value.appendChild(answer);
    return box;
  }

  function boxOf(value) { return value.querySelector(".answer input[type=text], .answer textarea"); }

  function fieldOf(value) {
    var node = value;
    while (node && !(node.hasAttribute && node.hasAttribute("data-field"))) { node = node.parentNode; }
    return node ? node.getAttribute("data-field") : "";
  }

  /* What one code of the document is: it stands for a weak item, in a measure, with a name. */
  function codeOf(value) {
    if (texts.codes.indexOf(fieldOf(value)) < 0 || !textOf(value, "value")) { return null; }
    return textOf(value, "value").split(/\s/)[0] + "\n" + wordsOf(value);
  }

  /* Answer a code everywhere where it was read from the same words, unless it is answered there. */
  function spread(value) {
    var code = codeOf(value);
    var be = boxOf(value) && boxOf(value).value;
    if (!code || !be) { return; }
    each(reading.querySelectorAll(".v[data-at]"), function (other) {
      if (other === value || codeOf(other) !== code) { return; }
      var box = boxOf(other) || answerFor(other, fieldOf(other), false);
      if (!box.value && !other.querySelector(".gone input").checked) { box.value = be; }
    });
  }

  function open(group, button) {
    var first = null;
    each(group.querySelectorAll(".field"), function (field) {
      var name = field.getAttribute("data-field");
      each(field.querySelectorAll("[data-at]"), function (value) {
        if (value.querySelector(".answer")) { return; }
        var box = answerFor(value, name, false);
        first = first || box;
      });
      var add = field.getAttribute("data-add");
      if (add && !field.querySelector("[data-at$='/+']")) {
        var more = element("li", "v");
        more.setAttribute("data-at", add);
        field.querySelector("ul").appendChild(more);
        var added = answerFor(more, name, true);
        first = first || added;
      }
    });
    if (group.hasAttribute("data-row")) { askIfMeasure(group); }
    button.parentNode.removeChild(button);
    if (first) { first.focus(); }
  }

  /* A name behind the plus that no measure has which was added before. */
  function nextName() {
    do { added += 1; } while (texts.taken.some(function (at) {
      return at === "measures/+" + added || at.indexOf("measures/+" + added + "/") === 0;
    }));
    return "measures/+" + added;
  }

  function addEntry(list, at, field) {
    var value = element("li", "v");
    value.setAttribute("data-at", at);
    list.appendChild(value);
    return answerFor(value, field, true);
  }

  function addField(article, name, field) {
    var at = name + "/" + field[0] + (field[1] ? "/+" : "");
    var part = element("div", "field");
    var list = element("ul");
    part.setAttribute("data-field", field[0]);
    part.appendChild(list);
    var box = addEntry(list, at, field[0]);
    box.previousSibling.textContent = field[2];
    if (field[1]) {
      var more = element("button", "more", texts.labels.add);
      more.type = "button";
      more.addEventListener("click", function () { addEntry(list, at, field[0]).focus(); });
      part.appendChild(more);
    }
    article.appendChild(part);
    return box;
  }

  /* A measure that was not read: each of its fields, of lists as many entries as are wanted. */
  function addMeasure(section, button) {
    var article = element("article");
    var name = nextName();
    var boxes = texts.added.map(function (field) { return addField(article, name, field); });
    section.insertBefore(article, button);
    boxes[0].focus();
  }

  function answered(value) {
    changed = true;
    spread(value);
    show();
  }

  each(reading.querySelectorAll("article, section.group"), function (group) {
    var button = element("button", "edit", texts.labels.edit);
    button.type = "button";
    button.addEventListener("click", function () { open(group, button); });
    group.appendChild(button);
  });
  var missing = document.getElementById("missing");
  var another = element("button", "add", texts.labels.measure);
  another.type = "button";
  another.addEventListener("click", function () { addMeasure(missing, another); });
  missing.appendChild(another);
  reading.addEventListener("click", function (event) {
    if (event.target.className !== "same") { return; }
    var value = event.target.parentNode.parentNode;
    boxOf(value).value = textOf(value, "value");
    value.querySelector(".gone input").checked = false;
    answered(value);
  });
  reading.addEventListener("input", function () { changed = true; show(); });
  reading.addEventListener("change", function (event) {
    var value = event.target;
    while (!value.hasAttribute("data-at")) { value = value.parentNode; }
    answered(value);
  });
  /* What says again what stands above is folded away; a link to it unfolds it. */
  document.getElementById("source").addEventListener("click", function (event) {
    var link = event.target;
    while (link && link.tagName !== "A") { link = link.parentElement; }
    var value = link && document.getElementById(link.hash.slice(1));
    var fold = value && value.parentNode.parentNode;
    if (fold && fold.tagName === "DETAILS") { fold.open = true; }
  });
  window.addEventListener("beforeunload", function (event) {
    if (changed) { event.preventDefault(); event.returnValue = ""; }
  });
  document.getElementById("save").addEventListener("click", save);
  document.documentElement.className = "scripted";
  show();
}());
