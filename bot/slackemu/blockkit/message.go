package blockkit

import "encoding/json"

// Message decodes and checks the blocks of a message. It returns the blocks, or why
// Slack would refuse them.
func (l Law) Message(raw string) ([]any, *Refusal) {
	v, err := Decode(raw)
	blocks, ok := v.([]any)
	if err != nil || (!ok && v != nil) {
		return nil, &Refusal{Code: "invalid_blocks_format"}
	}
	c := l.checker(onMessage)
	c.blocks("/blocks", blocks, maxMessageBlocks)
	switch {
	case len(c.problems) > 0:
		return nil, &Refusal{"invalid_blocks", c.problems}
	case c.text > maxBlocksText:
		return nil, &Refusal{Code: "msg_blocks_too_long"}
	}
	return blocks, nil
}

// blocks checks the blocks of one surface, one by one and as a whole.
func (c *checker) blocks(at string, blocks []any, most int) {
	c.blockIDs = map[string]bool{}
	list(0, most, (*checker).block)(c, at, blocks)
	if c.cells > maxTableTotal {
		c.wrong(at, "table cells must be less than %d characters in total", maxTableTotal+1)
	}
	if c.all > most {
		c.wrong(at, "no more than %d items allowed, those in containers included", most)
	}
	if c.tables > 1 {
		c.wrong(at, "only one table is allowed")
	}
}

func (c *checker) block(at string, v any) {
	b, ok := v.(object)
	if !ok {
		c.wrong(at, "must provide an object")
		return
	}
	kind, _ := b["type"].(string)
	known, ok := c.known[kind]
	if !ok || known.on&c.on == 0 || known.late && c.law.Old {
		c.wrong(at+"/type", "unsupported type: %s", kind)
		return
	}
	c.all++
	c.object(at, b, known.fields.with(shape{"type": need(anything), "block_id": may(str(1, 255))}))
	if id, _ := b["block_id"].(string); id != "" {
		if c.blockIDs[id] {
			c.wrong(at+"/block_id", "block_id already exists: %s", id)
		}
		c.blockIDs[id] = true
	}
	c.actionIDs(at, b)
	if known.also != nil {
		known.also(c, at, b)
	}
}

// actionIDs checks that action_ids are unique within a block.
func (c *checker) actionIDs(at string, b object) {
	seen := map[string]bool{}
	for _, e := range elements(b) {
		id, _ := e["action_id"].(string)
		if id != "" && seen[id] {
			c.wrong(at, "action_id already exists for this block: %s", id)
		}
		seen[id] = true
	}
}

// flat returns all blocks; those in a container follow it.
func flat(blocks []any) (all []object) {
	for _, v := range blocks {
		if b, ok := v.(object); ok {
			all = append(append(all, b), flat(items(b, "child_blocks"))...)
		}
	}
	return all
}

// Identify gives every block and interactive element an ID, as Slack does, and
// encodes the blocks; nil if there are none.
func Identify(blocks []any, newID func() string) json.RawMessage {
	if len(blocks) == 0 {
		return nil
	}
	for _, b := range flat(blocks) {
		if id, _ := b["block_id"].(string); id == "" {
			b["block_id"] = newID()
		}
		for _, e := range elements(b) {
			if id, _ := e["action_id"].(string); id == "" {
				e["action_id"] = newID()
			}
		}
	}
	return Encode(blocks)
}
