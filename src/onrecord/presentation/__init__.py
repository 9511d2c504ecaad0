"""Who sees the record: questions and their answers, command line, dossier, exports."""
