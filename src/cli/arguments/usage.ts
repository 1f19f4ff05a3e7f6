/** The help that the command prints. */

/** What `--help` prints; made for 80 columns. */
export const HELP = `Copydesk reads a news story the way a copy desk does and says what is wrong.

Usage: copydesk [options] [files, folders, globs…]
       copydesk init [--baseline]   look at this folder and write its config
       copydesk stream [options] < articles.jsonl > findings.jsonl
       copydesk lsp                 serve an editor over its standard streams

A folder is searched for .txt, .md, .markdown, .mdx, .html, .htm, .xhtml,
.ninjs, .ninjs.json, .nitf and .newsml. What .gitignore and .copydeskignore
leave out, hidden files and node_modules are passed over, and links are not
followed; of other files that could be copy a run says how many there are. A
file that is named itself is read, .xml, .rss, .atom and .json, too, or refused
by the name of its kind (Word, PDF, JSON that is no ninjs …), exit code 2.

“stream” reads articles as JSON Lines (headline, body …) and answers each with
a line; it takes --config, --no-config, --rule and --fail-on.

Input
  --stdin                 read the standard input (or “-” among the files)
  --stdin-filename PATH   its name: for the report, the format and the config
  --input FORMAT          text, markdown, mdx, html, ninjs, feed, nitf, newsml
                          or wordpress, whatever the names of the inputs say

Report
  --format NAME           desk (on a terminal), vfile (elsewhere), compact,
                          unix, json, sarif, github, gitlab, junit, checkstyle,
                          rdjson, rdjsonl, html
  -o, --output FILE       write the report to this file
  --quiet                 show errors only
  --all                   show advice (the desk report hides and counts it) and
                          notices, too
  --notices               show each notice: what was passed over in a file, and
                          comments that hide nothing; else they are counted
  --statistics            add the figures: findings by rule and level, words,
                          files, and what was not read
  --color WHEN            auto, always, never; auto heeds NO_COLOR, FORCE_COLOR

Fixes
  --fix                   make the edits that are safe, and report what is left
  --fix-unsafe            make those that are likely right, too
  --fix-dry-run           show the edits as a diff; write nothing

Only what is new
  --since REF             only files changed since REF and HEAD parted, and in
                          them only findings that weren't there then
  --staged                the same of what is staged, against HEAD
  --baseline FILE         hide the findings in this file
  --update-baseline       write them there, and take out those that are gone

Many files
  --workers N             threads that check; without it one, and for more than
                          200 files as many as there are cores, but no more
                          than 4
  --cache                 keep what was found in .copydesk-cache.json, and check
                          only what has changed since; a cache that another
                          user or a checkout has made is left aside
  --cache-location FILE   keep it there

Exit code: 0 nothing at or over the level, 1 findings, 2 the run itself failed
  --fail-on LEVEL         error (the default), warning, info or never
  --max-warnings N        fail as well on more than N warnings

Rules and config
  --rule ID[=LEVEL]       run only this rule, at most at this level; repeatable
  --config FILE           take this config; its patterns start from here
  --no-config             take none
  --print-config FILE     show what holds for a file, and where it comes from
  --list-rules            list the rules
  --explain RULE          show a rule's page

  --help, --version

The config of a file is the nearest copydesk.yml, copydesk.yaml, copydesk.json
or “copydesk” key of a package.json, upward from the file. The search ends at
the repository's root, the folder that holds .git; without a repository, at the
root of the file system. Nothing in a config runs code, and Copydesk opens no
network connection.
`
