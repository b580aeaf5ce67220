package knowledge

import "time"

// Gap is a question that was refused, or answered and voted down.
type Gap struct {
	Turn     string // ID
	Question string
	Asker    string
	Channel  string // where it was asked
	At       time.Time
	Refused  bool   // no answer was given; otherwise the answer was voted down
	Reason   string // of those who voted it down; may be empty
}

// Cluster is gaps that ask for much the same thing, the latest first.
type Cluster struct {
	Question string // the question that stands for all
	Gaps     []Gap
}

// Askers are the people whose questions are in the cluster, each once.
func (c Cluster) Askers() []string {
	var all []string
	seen := map[string]bool{}
	for _, g := range c.Gaps {
		if !seen[g.Asker] {
			seen[g.Asker] = true
			all = append(all, g.Asker)
		}
	}
	return all
}
