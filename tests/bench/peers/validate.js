// SPDX-License-Identifier: MIT
// validate.js FOLDER: reads every episode with gray-matter and looks at it with ajv, as a site's own script would.
const fs = require("fs");
const path = require("path");
const matter = require("gray-matter");
const Ajv = require("ajv");

const text = { type: "string" };
const texts = { type: "array", items: text };
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile({
  type: "object",
  required: ["title", "date", "show_slug", "guid"],
  properties: {
    title: text, date: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT" }, show_slug: text, show_name: text,
    guid: { type: "string", minLength: 8 }, slug: text, tags: texts, hosts: texts, guests: texts, sponsors: texts, categories: texts,
    episode: { type: ["integer", "string"] }, episode_padded: text, podcast_file: text, podcast_bytes: { type: ["integer", "string"] },
    podcast_duration: { type: "string", pattern: "^\\d\\d:" }, draft: { type: "boolean" }, podcast_chapters: { type: ["object", "null"] },
  },
});
let episodes = 0;
let wrong = 0;
const kept = [];
for (const entry of fs.readdirSync(process.argv[2], { recursive: true })) {
  if (!entry.endsWith(".md")) continue;
  const whole = fs.readFileSync(path.join(process.argv[2], entry), "utf8");
  const end = whole.indexOf("\n}\n") + 2;
  const page = matter(`---json\n${whole.slice(0, end)}\n---\n${whole.slice(end)}`, { engines: { json: JSON.parse } });
  kept.push(page);
  ++episodes;
  if (!validate(page.data)) ++wrong;
}
console.log(`${episodes} pages, ${wrong} wrong`);
