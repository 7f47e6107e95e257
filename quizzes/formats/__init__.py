"""Questions as files of other programs: GIFT and Aiken, in and out. Each format is a folder that `registry` lists."""
