"""What learners do in a lesson beside answering: one folder for each activity, and what they have in common.

An activity is a block of the lesson. Done once, in whatever language, it counts for the lesson.
"""
