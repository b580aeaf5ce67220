package knowledge

// Role is a job that documents are about.
type Role struct {
	Name    string   // "Technical Product Manager"
	Aliases []string // "TPM"; neither the name nor its plural
	Docs    []string // IDs of the documents that are about it
}
