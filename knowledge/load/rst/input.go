package rst

// input is a text's lines, and how far they have been read.
type input struct {
	lines []string
	at    int
}

// line is the line n lines below the current one; "" beyond the last.
func (c *input) line(n int) string {
	if c.at+n < len(c.lines) {
		return c.lines[c.at+n]
	}
	return ""
}

// indented takes the lines from the current one on that are indented or blank, without their common
// indent.
func (c *input) indented() []string {
	from := c.at
	for c.at < len(c.lines) && (c.lines[c.at] == "" || c.lines[c.at][0] == ' ') {
		c.at++
	}
	return dedented(c.lines[from:c.at])
}

// hanging takes what follows a mark: the current line from column on, and the lines below that are
// indented at least as far.
func (c *input) hanging(column int) []string {
	first := c.lines[c.at]
	c.at++
	if column >= len(first) {
		return c.indented()
	}
	block := []string{first[column:]}
	for ; c.at < len(c.lines); c.at++ {
		l := c.lines[c.at]
		if l != "" && indentOf(l) < column {
			break
		}
		block = append(block, l[min(column, len(l)):])
	}
	return block
}

// skipBlank goes to the next line that is not blank, and reports whether there is one.
func (c *input) skipBlank() bool {
	for c.at < len(c.lines) && c.lines[c.at] == "" {
		c.at++
	}
	return c.at < len(c.lines)
}

// field takes the body of a field, whose further lines may be indented by any amount.
func (c *input) field(column int) []string {
	first := c.lines[c.at]
	c.at++
	block := c.indented()
	if column < len(first) {
		block = append([]string{first[column:]}, block...)
	}
	return block
}

// skipMetadata skips fields at the very beginning, which say how to build the file.
func (c *input) skipMetadata() {
	for c.skipBlank() && fieldMark.MatchString(c.lines[c.at]) {
		c.field(0)
	}
}
