package library

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"careeradvisor/index/vectors"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/evidence"
)

// Builtin is the source that stands for the guides in the binary.
const Builtin = "builtin"

// Config says where the documents are and what opening them may cost.
type Config struct {
	Sources []string // Builtin, and folders
	DataDir string   // holds the index and what is published; "" keeps both in memory
	Memory  Memory   // of the process

	WithoutAnswers bool // leave out what was published: for scoring

	encoder Encoder // reads questions and makes vectors; the binary's own if nil
}

// Encoder makes vectors of questions and of texts that may answer them, and compares them token by
// token.
type Encoder interface {
	vectors.Maker
	evidence.Encoder
}

// open opens the encoder in the binary.
func (c *Config) open() error {
	if c.encoder != nil {
		return nil
	}
	e, err := encoder.Embedded()
	if err != nil {
		return fmt.Errorf("open the sentence encoder: %w", err)
	}
	c.encoder = encoder.NewReader(e, encoder.Kept)
	return nil
}

// IndexDir is the folder of the index.
func (c *Config) IndexDir() string { return filepath.Join(c.DataDir, "index") }

// cacheDir is where formats keep what they compile only once; "" for nowhere.
func (c *Config) cacheDir() string {
	if c.DataDir == "" {
		return ""
	}
	return filepath.Join(c.DataDir, "cache")
}

// builtin reports whether the built-in guides are among the sources.
func (c *Config) builtin() bool { return slices.Contains(c.Sources, Builtin) }

// folders are the sources that are folders.
func (c *Config) folders() []string {
	var all []string
	for _, s := range c.Sources {
		if s != Builtin {
			all = append(all, s)
		}
	}
	return all
}

// answersDir is the folder of published answers; "" if there is no data dir.
func (c *Config) answersDir() string {
	if c.DataDir == "" {
		return ""
	}
	return filepath.Join(c.DataDir, "answers")
}

// inMemory reports whether the index is held in memory: that of the built-in guides is quick to
// make, and scoring without answers must not leave an index without them in the data dir.
func (c *Config) inMemory() bool {
	if len(c.folders()) == 0 || c.DataDir == "" {
		return true
	}
	_, err := os.Stat(c.answersDir())
	return c.WithoutAnswers && err == nil
}
