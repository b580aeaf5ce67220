package output

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"careeradvisor/knowledge"
)

// maxLine is how long a line of --jsonl may be, in bytes: enough for a question of 40,000
// characters and its context many times over.
const maxLine = 4 << 20

// asked is a line of the input of --jsonl.
type asked struct {
	ID      string   `json:"id"`
	Q       *string  `json:"q"`
	Context []string `json:"context"`
	Heard   bool     `json:"heard"` // it was not addressed to the advisor
}

// failed is the line printed for an input line that could not be answered.
type failed struct {
	ID    string `json:"id"`
	Error string `json:"error"`
}

// Lines answers the questions of in, one per line, in order. A bad line gets its own
// error, and the others carry on.
func Lines(ctx context.Context, e Answerer, in io.Reader, out io.Writer) error {
	lines := bufio.NewReaderSize(in, 64<<10)
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for n := 1; ; n++ {
		line, tooLong, err := readLine(lines)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("reading questions: %w", err)
		}
		if len(bytes.TrimSpace(line)) > 0 || tooLong {
			if err := enc.Encode(answerLine(ctx, e, line, n, tooLong)); err != nil {
				return fmt.Errorf("writing answers: %w", err)
			}
		}
		if ctx.Err() != nil {
			return errors.Join(ctx.Err(), w.Flush())
		}
		if lines.Buffered() == 0 || err != nil { // someone may wait for this answer
			if err := w.Flush(); err != nil {
				return fmt.Errorf("writing answers: %w", err)
			}
		}
		if err != nil {
			return nil
		}
	}
}

// answerLine returns what to print for one line: a reply, or the reason why there is none.
func answerLine(ctx context.Context, e Answerer, line []byte, n int, tooLong bool) any {
	if tooLong {
		return failed{Error: fmt.Sprintf("line %d is longer than %d bytes", n, maxLine)}
	}
	var q asked
	if err := json.Unmarshal(line, &q); err != nil {
		return failed{ID: q.ID, Error: fmt.Sprintf("line %d is not a question object: %v", n, err)}
	}
	if q.Q == nil {
		return failed{ID: q.ID, Error: fmt.Sprintf("line %d has no \"q\"", n)}
	}
	r, _, err := replyTo(ctx, e, knowledge.Question{Text: *q.Q, Earlier: q.Context, Heard: q.Heard})
	if err != nil {
		return failed{ID: q.ID, Error: Sentence(err)}
	}
	r.ID = q.ID
	return r
}

// readLine reads a line without its end. A line that is too long is dropped.
func readLine(r *bufio.Reader) (line []byte, tooLong bool, err error) {
	for {
		part, err := r.ReadSlice('\n')
		if !tooLong {
			line = append(line, part...)
		}
		if len(line) > maxLine {
			line, tooLong = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return bytes.TrimSuffix(line, []byte("\n")), tooLong, err
		}
	}
}
