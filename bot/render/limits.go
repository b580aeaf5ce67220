package render

// What Slack allows, with the page that documents each limit, if any. Lengths are of the escaped
// text in UTF-16 units, as JavaScript counts them.
const (
	// MaxBlocks is for a message: docs.slack.dev/reference/block-kit/blocks.
	MaxBlocks = 50

	// MaxText is for one text object, and so for a section; rich text has no documented limit and
	// keeps the same: docs.slack.dev/reference/block-kit/composition-objects/text-object.
	MaxText = 3000

	// MaxFine is for a context element, which has no documented limit of its own; Slack has refused
	// other small elements that were longer.
	MaxFine = 2000

	// MaxMessage is the budget of all text in a message. Slack refuses blocks with
	// msg_blocks_too_long somewhere below 12,000 (undocumented; 11,341 were refused in
	// bolt-js#2509), but the fallback text says the same as the blocks, and Slack advises 4,000 for
	// it: docs.slack.dev/reference/methods/chat.postMessage.
	MaxMessage = 3900

	// A table has at most 100 rows of 20 cells, and a message at most one table:
	// docs.slack.dev/reference/block-kit/blocks/table-block.
	maxTableRows  = 100
	maxTableCells = 20

	// Elements: docs.slack.dev/reference/block-kit/block-elements and
	// docs.slack.dev/reference/block-kit/composition-objects.
	MaxButton        = 75
	MaxButtonValue   = 2000
	maxConfirmTitle  = 100
	maxConfirmText   = 300
	maxConfirmButton = 30
	MaxLabel         = 2000
	MaxOption        = 75
	MaxOptionValue   = 150
	maxURL           = 3000
	maxIndent        = 8  // of a list
	maxFold          = 10 // blocks of a container
	maxHeader        = 150
	MaxPlaceholder   = 150
	MaxInput         = 3000

	// Views: docs.slack.dev/reference/views.
	maxViewTitle  = 24
	maxViewButton = 24
	MaxViewBlocks = 100
)

// Limits that this package sets itself.
const (
	MaxEcho = 1000 // of a question that is shown back; a longer one ends in an ellipsis
	maxHead = 500  // of a table's column names together; with longer ones it is not shown as a table

	maxControls = 2  // blocks
	leastRoom   = 50 // for follow-up questions to be worth showing as text

	MaxReasons = 8   // passages that "Why this answer" shows
	MaxReason  = 300 // of each
)
