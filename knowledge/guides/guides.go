// Package guides holds the built-in guides: Markdown documents with front matter, one for each
// source document, which restate its facts in sentences that can be quoted alone. Beside each guide
// are its asks (NAME.asks.md): under the same headings, questions that the section answers, and
// near misses, which no guide answers. Asks are not documents.
//
// It promises that every fact and figure of a source document is in its guide, and that guides have
// no figure that a source does not give.
//
// It must not know how guides are loaded, searched or shown: it holds nothing but files.
package guides

import "embed"

// FS holds the guides, one file each, and their asks at its top level.
//
//go:embed *.md
var FS embed.FS
