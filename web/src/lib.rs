//! What people see of Kataster in a browser; the pages come with their own issue.
