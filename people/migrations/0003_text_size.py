from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("lifelong_people", "0002_who_is_reading"),
    ]

    operations = [
        migrations.AddField(
            model_name="learnerprofile",
            name="text_size",
            field=models.CharField(blank=True, max_length=10, verbose_name="Text size"),
        ),
    ]
