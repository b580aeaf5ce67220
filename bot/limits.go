package bot

import "time"

// What Slack allows. Where Slack documents a limit the page is named; lengths are
// counted as JavaScript counts them, in UTF-16 units, of the escaped text.
const (
	// maxBlocks of a message: docs.slack.dev/reference/block-kit/blocks.
	maxBlocks = 50

	// maxText of one text object, and so of a section; rich text has no documented
	// limit and keeps the same:
	// docs.slack.dev/reference/block-kit/composition-objects/text-object.
	maxText = 3000

	// maxFine is for a context element, which has no documented limit of its own;
	// other small elements were seen to be refused above it.
	maxFine = 2000

	// maxMessage is the budget of all text in a message. Blocks are refused with
	// msg_blocks_too_long somewhere below 12,000, undocumented (bolt-js#2509,
	// 11,341 were refused), but the fallback text says the same as the blocks,
	// and Slack advises 4,000 for it: docs.slack.dev/reference/methods/chat.postMessage.
	maxMessage = 3900

	// A table has at most 100 rows of 20 cells, and a message one table:
	// docs.slack.dev/reference/block-kit/blocks/table-block.
	maxTableRows  = 100
	maxTableCells = 20

	// Elements: docs.slack.dev/reference/block-kit/block-elements and
	// docs.slack.dev/reference/block-kit/composition-objects.
	maxActions       = 25 // elements of a block
	maxButton        = 75
	maxButtonValue   = 2000
	maxConfirmTitle  = 100
	maxConfirmText   = 300
	maxConfirmButton = 30
	maxLabel         = 2000
	maxOption        = 75
	maxHeader        = 150
	maxPlaceholder   = 150
	maxInput         = 3000

	// Views: docs.slack.dev/reference/views.
	maxViewTitle  = 24
	maxViewButton = 24
	maxViewBlocks = 100
	maxMetadata   = 3000

	// A response URL works five times within thirty minutes:
	// docs.slack.dev/interactivity/handling-user-interaction.
	maxResponses = 5
)

// What this package allows itself.
const (
	maxEcho  = 1000 // of a question that is shown back; a longer one ends in an ellipsis
	maxHead  = 500  // of a table's column names together; longer ones are no table's
	maxTurn  = 2000 // of a question that is remembered for the follow-ups
	maxTurns = 5    // questions that a follow-up may refer to

	maxReasons = 8   // passages that "Why this answer" shows
	maxReason  = 300 // of each

	recorders     = 4                // that record what arrives; a lane keeps to one
	maxDeliveries = 8                // of one event, acked together
	recordWithin  = 2 * time.Second  // one call to the memory on the way of an event
	leaseFor      = 15 * time.Second // an event that nobody prolongs is taken by another after that
	takeEvery     = 2 * time.Second  // how often the memory is looked into without a reason
	maxTake       = 32               // events at once
	putOffFor     = 5 * time.Second  // until an answer is tried again that Slack does not take
	giveUpAfter   = 2 * time.Hour    // an answer that Slack does not take for so long

	ackFlush       = 200 * time.Millisecond // for the last acks to get out before the sockets are closed
	ackWithin      = 2 * time.Second        // Slack waits 3 s for it
	callWithin     = 10 * time.Second       // one request to Slack
	attemptWithin  = 2 * time.Minute        // a call that Slack puts off, where nothing else says
	answerWithin   = 30 * time.Second       // the Answerer
	apologyWithin  = 10 * time.Second       // one apology
	checkWithin    = 8 * time.Second        // the preflight
	signWithin     = 5 * time.Second        // a sign of life
	lastSignWithin = time.Second            // to take one away when the process ends

	// Slack delivers again after about a minute and then five (vercel/chat#667);
	// an edit may bring an answered mention back hours later. The memory knows them all:
	// these are for when it is down.
	seenFor = 12 * time.Hour
	seenMax = 4_000

	directFor = 30 * time.Minute    // a direct message refers to the questions of the last half hour
	threadFor = 30 * 24 * time.Hour // a thread keeps its subject as long as people come back to it
)
