#pragma once

#include <QLineEdit>

namespace ui {

/// A line of text with a button that clears it, and as a search field with a lens before it: both with a name, which the
/// buttons that Qt puts into a field lack.
class TextField final : public QLineEdit
{
    Q_OBJECT

public:
    enum class Use { Plain, Search };
    explicit TextField(Use use, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QAction *m_lens = nullptr;
};

} // namespace ui
