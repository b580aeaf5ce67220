package library

import (
	"os"
	"path/filepath"
)

// Builtin is the source that stands for the guides in the binary.
const Builtin = "builtin"

// Config says where the documents are.
type Config struct {
	Sources []string // Builtin, and folders
	DataDir string   // holds the index and what is published; "" keeps both in memory
	Meaning bool     // rank by sentence vectors beside words

	WithoutAnswers bool // leave out what was published: for scoring
}

// IndexDir is the folder of the index.
func (c *Config) IndexDir() string { return filepath.Join(c.DataDir, "index") }

// answersDir is the folder of published answers; "" where there is no data dir.
func (c *Config) answersDir() string {
	if c.DataDir == "" {
		return ""
	}
	return filepath.Join(c.DataDir, "answers")
}

// holdsNoIndex tells whether the index is held in memory. Scoring without answers must
// not put an index into the data dir that lacks them.
func (c *Config) holdsNoIndex() bool {
	if c.onlyBuiltin() || c.DataDir == "" {
		return true
	}
	_, err := os.Stat(c.answersDir())
	return c.WithoutAnswers && err == nil
}

func (c *Config) onlyBuiltin() bool {
	for _, s := range c.Sources {
		if s != Builtin {
			return false
		}
	}
	return true
}
